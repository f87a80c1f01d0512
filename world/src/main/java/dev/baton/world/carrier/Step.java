package dev.baton.world.carrier;

/**
 * One step of a parcel's way, in the words of Baton's own scans and in those of EasyPost's trackers.
 *
 * @param minutes business time after the supplier said that it was shipped
 */
record Step(String code, String easyPostStatus, int minutes, String text) {}
