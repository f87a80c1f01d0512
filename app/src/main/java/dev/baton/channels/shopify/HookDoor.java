package dev.baton.channels.shopify;

import dev.baton.channels.Inbox;
import org.springframework.boot.web.servlet.ServletRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Opens the address of Shopify's webhooks. */
@Configuration(proxyBeanMethods = false)
class HookDoor {

    @Bean
    ServletRegistrationBean<ShopifyHooks> shopifyHooks(Inbox inbox, CheckHook check) {
        ServletRegistrationBean<ShopifyHooks> door =
                new ServletRegistrationBean<>(new ShopifyHooks(inbox, check), "/hooks/shopify/*");
        door.setName("shopifyHooks");
        return door;
    }
}
