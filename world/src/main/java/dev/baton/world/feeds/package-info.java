/**
 * Where suppliers of the world lay their stock files: a file server and a web server. Start reading at {@link
 * dev.baton.world.feeds.FileServer}.
 */
@NullMarked
package dev.baton.world.feeds;

import org.jspecify.annotations.NullMarked;
