package dev.baton.testing;

import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * After each class of tests nothing is due any more for the merchants it made: {@link TestBaton#shared} does the work of
 * every merchant, and a clock put forward by days would have thousands of them busy. The clocks go back to
 * {@link TestClock#START}, so that no class begins on a Friday afternoon because of those that went before it. Found
 * through {@code META-INF/services}.
 */
public final class MerchantsRetire implements AfterAllCallback {

    @Override
    public void afterAll(ExtensionContext ended) {
        if (ended.getRequiredTestClass().getEnclosingClass() == null) {
            TestBaton.setClocksBack();
            TestBaton.retireMerchants();
        }
    }
}
