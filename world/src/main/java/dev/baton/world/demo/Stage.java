package dev.baton.world.demo;

import dev.baton.world.DemoSettings;
import dev.baton.world.carrier.Carrier;
import dev.baton.world.customer.CustomerDesk;
import dev.baton.world.http.BatonApi;
import dev.baton.world.http.Caller;
import dev.baton.world.http.MiniServer;
import dev.baton.world.http.Reply;
import dev.baton.world.http.Request;
import dev.baton.world.ledger.Ledger;
import dev.baton.world.links.LinkPages;
import dev.baton.world.links.MailScanner;
import dev.baton.world.mail.MailHouse;
import dev.baton.world.mail.Quarter;
import dev.baton.world.oracle.BatonPicture;
import dev.baton.world.oracle.Figures;
import dev.baton.world.oracle.Oracle;
import dev.baton.world.sabotage.Interloper;
import dev.baton.world.sabotage.MailSpoiler;
import dev.baton.world.sabotage.Sabotage;
import dev.baton.world.shopify.AdminApi;
import dev.baton.world.shopify.Shop;
import dev.baton.world.shopify.ShopEvent;
import dev.baton.world.shopify.ShopMood;
import dev.baton.world.shopify.ShopProfile;
import dev.baton.world.shopify.WebhookSender;
import dev.baton.world.story.BrandSheet;
import dev.baton.world.story.Market;
import dev.baton.world.story.OrderScript;
import dev.baton.world.story.Playbook;
import dev.baton.world.story.Plot;
import dev.baton.world.story.Telling;
import dev.baton.world.supplier.MailRoad;
import dev.baton.world.supplier.SupplierWorld;
import dev.baton.world.supplier.Suppliers;
import dev.baton.world.supplier.TrackingNumbers;
import dev.baton.world.time.Agenda;
import dev.baton.world.time.WorldClock;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** One run's whole world: opens every party, sets the merchant up, lets the orders happen and watches the end. */
public final class Stage implements AutoCloseable {

    /** How often stores are asked by Baton, and suppliers tell their stock, in business time. */
    private static final int POLL_SECONDS = 600;

    /** A customer who does not answer holds the run up no longer than that, in business time. */
    private static final int ANSWER_HOURS = 2;

    private static final Duration STOCK_EVERY = Duration.ofMinutes(20);

    private final DemoSettings settings;
    private final @Nullable Past past;
    private final WorldClock clock;
    private final Ledger ledger;
    private final Agenda agenda;
    private final Caller caller = new Caller();
    private final Playbook playbook;
    private final BatonApi baton;
    private final BatonReader reader;
    private final Deque<AutoCloseable> servers = new ArrayDeque<>();
    private final Map<String, Shop> shops = new LinkedHashMap<>();
    private final Map<String, WebhookSender> senders = new ConcurrentHashMap<>();
    private final List<RuntimeException> faults = new ArrayList<>();
    private final Carrier carrier;
    private final Placing placing;
    private final Shelving shelving;
    private final LinkPages pages;
    private final PostOffice post;
    private final Quarter quarter;
    private volatile @Nullable Suppliers suppliers;

    /** A world for these settings, whose time runs evenly; nothing is opened yet. */
    public Stage(DemoSettings settings, MailHouse mail) {
        this(settings, mail, null);
    }

    /**
     * A world for these settings; nothing is opened yet.
     *
     * @param mail the server Baton was told to send by
     * @param past the time it begins in and catches up from; null = it begins now
     */
    public Stage(DemoSettings settings, MailHouse mail, @Nullable Past past) {
        this.settings = settings;
        this.past = past;
        this.clock = past == null
                ? WorldClock.of(settings.clockOrigin(), settings.timeRate())
                : WorldClock.catchingUp(settings.clockOrigin(), past.rate(), settings.timeRate());
        this.ledger = new Ledger(clock);
        this.agenda = new Agenda(clock, this::fault);
        String mailDomain = mail.freshDomain();
        String customers = "customers." + mailDomain;
        this.playbook = past == null
                ? Playbook.of(settings.orders(), settings.seed(), customers)
                : Playbook.living(settings.orders(), settings.seed(), customers);
        this.baton = new BatonApi(caller, settings.baseUrl(), settings.adminKey(), settings.outagePatience());
        this.reader = new BatonReader(baton);
        this.carrier = new Carrier(clock, agenda, ledger, baton);
        this.placing = new Placing(playbook, shops, baton, ledger, clock);
        this.shelving = new Shelving(baton, playbook.market());
        this.pages = new LinkPages(caller, settings.baseUrl(), settings.outagePatience());
        PostOffice.Readers readers =
                new PostOffice.Readers(new CustomerDesk(playbook.market(), ledger, pages), new MailScanner(pages));
        this.post = new PostOffice(playbook, ledger, agenda, readers, settings.seed());
        this.quarter = mail.quarter(mailDomain, clock, post, agenda::after);
        Sabotage sabotage = settings.sabotage();
        if (sabotage != null && sabotage.isOfMail()) {
            mail.interloper().spoil(quarter, new MailSpoiler(sabotage, post::willBeRead));
        }
    }

    /**
     * Opens every party and sets the merchant up.
     *
     * @throws SetupFailed when Baton refuses a part of it
     */
    public void open() {
        MerchantSetup setup = new MerchantSetup(baton, clock);
        setup.settings(settings.graceSeconds(), past == null ? ANSWER_HOURS : Past.ANSWER_HOURS);
        BrandSheet.ALL.forEach(setup::brand);
        post.open(quarter);
        boolean spoilt = settings.sabotage() != null && !settings.sabotage().isOfStore();
        URI supplierUrl = guarded(serve(this::supplierReply).url(), spoilt);
        Map<String, String> keys =
                setup.suppliers(playbook.market(), supplierUrl, sheet -> PostOffice.addressOnFile(sheet, quarter));
        setup.catalogue(playbook.market());
        setup.marginFloor();
        setup.away(playbook.market(), Market.AWAY, keys);
        StockPlaces places = StockPlaces.open(playbook.market(), ledger);
        servers.push(places);
        Suppliers open = new Suppliers(playbook.market(), supplierWorld(), mailRoad(), keys, places.places());
        suppliers = open;
        post.reads(open);
        open.tellStock();
        Duration stockEvery = past == null ? STOCK_EVERY : Past.STOCK_EVERY;
        FeedSetup feeds = new FeedSetup(baton, clock);
        feeds.feeds(playbook.market(), places, stockEvery);
        feeds.stockChecks(playbook.market());
        feeds.awaitFirst(places, reader);
        open.keepTellingStock(stockEvery);
        setup.directStore();
        if (past == null) {
            connect(setup, Casting.main(settings.seed()), new ShopMood(35, 60, 17, 5), Sabotage.LOST_FULFILMENT);
            connect(setup, Casting.annex(settings.seed()), ShopMood.calm(), Sabotage.STOCK_NOT_LOWERED);
            connect(setup, Casting.outlet(settings.seed()), ShopMood.calm(), null);
            Objects.requireNonNull(shops.get(Playbook.ANNEX)).withhold(ShopProfile.ENTERS_FULFILMENTS);
            for (ShopProfile counting : List.of(Casting.main(settings.seed()), Casting.annex(settings.seed()))) {
                shelving.list(Objects.requireNonNull(shops.get(counting.code())), clock.instant());
                shelving.keep(counting);
            }
        } else {
            connect(setup, Casting.main(settings.seed()), ShopMood.calm(), Sabotage.LOST_FULFILMENT);
            past.list(playbook.market(), shops.get(Playbook.MAIN), clock);
            setup.pull(Playbook.MAIN);
        }
        carrier.start(setup.trackingService(Carrier.secret()));
        new Director(playbook, ledger, agenda, new Director.Box(shops, open, placing, baton, reader)).start();
        Clerk.Mending mending = sheet -> setup.mend(sheet, supplierUrl, moved -> PostOffice.address(moved, quarter));
        Clerk.Telephone telephone =
                new Clerk.Telephone(post::has, mending, open::wordOnFile, new AppOffice(shops, ledger));
        Clerk clerk = new Clerk(baton, reader, playbook, ledger, telephone);
        agenda.everyOnTheWall(Duration.ofMillis(700), clerk::look);
    }

    private Reply supplierReply(Request request) {
        Suppliers open = suppliers;
        return open == null ? Reply.text(503, "Not open yet.") : open.handle(request);
    }

    private MailRoad mailRoad() {
        return new MailRoad(pages, playbook::numbered, post::hasSentBack);
    }

    private SupplierWorld supplierWorld() {
        return new SupplierWorld(
                clock,
                agenda,
                ledger,
                playbook::find,
                new TrackingNumbers(settings.seed()),
                baton,
                settings.seed(),
                noAnswerTo());
    }

    /** An early plain order whose supplier never answers the first time. */
    private String noAnswerTo() {
        return playbook.scripts().values().stream()
                .filter(script -> script.plot() == Plot.PLAIN && script.telling() == Telling.ONCE)
                .map(OrderScript::id)
                .findFirst()
                .orElse("");
    }

    private void connect(MerchantSetup setup, ShopProfile profile, ShopMood mood, @Nullable Sabotage onTheWay) {
        Shop shop = new Shop(profile, clock, event -> tell(profile.code(), event));
        AdminApi api = new AdminApi(shop, ledger, clock, mood);
        URI url = guarded(serve(api::handle).url(), onTheWay != null && settings.sabotage() == onTheWay);
        String path = setup.shop(profile, url, past == null ? POLL_SECONDS : Past.POLL_SECONDS);
        URI hooks = URI.create(settings.baseUrl() + (path.isEmpty() ? "/hooks/shopify/0/" + profile.code() : path));
        shops.put(profile.code(), shop);
        WebhookSender.Door door = new WebhookSender.Door(hooks, caller, settings.outagePatience());
        senders.put(profile.code(), new WebhookSender(profile, door, agenda, ledger, placing::plan));
    }

    private void tell(String store, ShopEvent event) {
        WebhookSender sender = senders.get(store);
        if (sender != null) {
            sender.tell(event);
        }
    }

    /** The address itself, or that of somebody who stands before it. */
    private URI guarded(URI target, boolean here) {
        Sabotage sabotage = settings.sabotage();
        if (sabotage == null || sabotage.isOfMail() || !here) {
            return target;
        }
        return serve(new Interloper(sabotage, target, caller, this::goesItsWay)::handle)
                .url();
    }

    /** An order all of whose purchase orders are taken and shipped by its script. */
    private boolean goesItsWay(String storeOrder) {
        OrderScript script = playbook.find(storeOrder);
        return script != null && script.plot() == Plot.MULTI_SUPPLIER;
    }

    private MiniServer serve(MiniServer.Handler handler) {
        MiniServer server = MiniServer.start(0, handler);
        servers.push(server);
        return server;
    }

    /** Plans the placing of every order, evenly over the time the settings give. */
    public void play() {
        if (past != null) {
            past.play(playbook, agenda, clock, placing::place);
            agenda.after(
                    Duration.between(clock.instant(), settings.clockOrigin()),
                    () -> agenda.everyOnTheWall(Past.ANOTHER_EVERY, this::placeAnother));
            return;
        }
        List<OrderScript> scripts = playbook.scripts().values().stream()
                .filter(script -> script.follows() == null)
                .toList();
        Duration step = settings.placedWithin().dividedBy(Math.max(1, scripts.size()));
        for (int i = 0; i < scripts.size(); i++) {
            OrderScript script = scripts.get(i);
            agenda.after(wall(step.multipliedBy(i)), () -> place(script));
        }
        if (!settings.untilTheEnd()) {
            agenda.after(wall(settings.placedWithin()), () -> agenda.everyOnTheWall(step, this::placeAnother));
        }
    }

    private void place(OrderScript script) {
        OrderScript rival = playbook.rival(script);
        if (rival == null) {
            placing.place(script);
        } else {
            new Rivals(shops, agenda, ledger, placing::place).buy(script, rival);
        }
    }

    /** One order more than the playbook has, now. */
    public void placeOneMore() {
        agenda.after(Duration.ZERO, this::placeAnother);
    }

    /** Who tells Baton of what happens in a shop; null when it has none. */
    public @Nullable WebhookSender sender(String store) {
        return senders.get(store);
    }

    /** Has Baton read the products of a shop once more; waits for a Baton that is down. */
    public void readProducts() {
        shelving.read(Playbook.MAIN);
    }

    /** Two suppliers who have plenty get one more of something both stores list: one posts its figures, one lays files. */
    public void restockPlenty() {
        Suppliers open = suppliers;
        if (open != null) {
            open.restock("acme", "AC-A001", 1);
            open.restock("quartz", "QU-Q001", 1);
        }
    }

    private void placeAnother() {
        OrderScript script = playbook.another();
        post.openBox(quarter, script);
        placing.place(script);
    }

    /** Waits until nothing happens any more, or the deadline. */
    public void awaitEnd() {
        new Ending(clock, settings.deadline(), () -> agenda.open() + carrier.waiting(), ledger, reader).await();
    }

    /** What Baton says now. */
    public BatonPicture picture() {
        Map<String, Map<String, Integer>> shown = new LinkedHashMap<>();
        shops.forEach((code, shop) -> shown.put(code, shelving.shown(shop)));
        return reader.picture(playbook, shown);
    }

    /** Judges what is in the ledger and the picture. */
    public Oracle oracle() {
        return new Oracle(playbook.market(), playbook.scripts());
    }

    /** Counts what is in the ledger. */
    public Figures figures() {
        return new Figures(playbook.scripts(), ledger.entries());
    }

    /** What carries every parcel. */
    public Carrier carrier() {
        return carrier;
    }

    /** Who sells; null before the world is open. */
    public @Nullable Suppliers suppliers() {
        return suppliers;
    }

    /** Every mailbox of the run. */
    public Quarter quarter() {
        return quarter;
    }

    /** The scripts and the market. */
    public Playbook playbook() {
        return playbook;
    }

    /** Everything that happened. */
    public Ledger ledger() {
        return ledger;
    }

    /** Business time. */
    public WorldClock clock() {
        return clock;
    }

    /** Orders placed so far. */
    public int placed() {
        return placing.count();
    }

    /** Faults of the world itself; a run with one proves nothing. */
    public List<RuntimeException> faults() {
        synchronized (faults) {
            return List.copyOf(faults);
        }
    }

    private void fault(RuntimeException e) {
        synchronized (faults) {
            faults.add(e);
        }
    }

    /** A stretch of time on the wall as business time. */
    private Duration wall(Duration onTheWall) {
        return Duration.ofNanos((long) (onTheWall.toNanos() * clock.rate()));
    }

    @Override
    public void close() {
        agenda.close();
        caller.close();
        for (AutoCloseable server : servers) {
            try {
                server.close();
            } catch (Exception e) {
                throw new IllegalStateException("a server of the world does not close", e);
            }
        }
    }
}
