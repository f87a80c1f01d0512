package dev.baton.world;

/** The program that plays everybody Baton talks to. */
public final class World {

    private World() {}

    /**
     * Starts the world.
     *
     * @param args the seed and the parties to play
     */
    public static void main(String[] args) {
        System.out.println("The world has no parties yet.");
    }
}
