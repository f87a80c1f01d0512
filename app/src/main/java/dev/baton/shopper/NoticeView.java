package dev.baton.shopper;

/** A page that can show nothing else than what to do now; public for its template only. */
public record NoticeView(Frame frame, String title, String advice) {}
