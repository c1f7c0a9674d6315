// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// What became of a request, as values: attempts, offers, settings, the price and why it was another.
#include "core/engine/attemptreasons.h"
#include "core/explain/explain.h"
#include "core/explain/explainreasons.h"
#include "core/planning/planner.h"
#include "core/routing/routereasons.h"
#include "core/wording/explaintext.h"
#include "core/wording/explainwords.h"
#include "core/wording/wording.h"

#include <QDir>
#include <QJsonDocument>
#include <QTest>

using namespace lightwell;
using namespace Qt::StringLiterals;
using Fate = ExplainedOffer::Fate;
using Outcome = ExplainedPrice::Outcome;

namespace {

const QDateTime begun(QDate(2026, 11, 22), QTime(15, 42, 8), Qt::UTC);

/// Writes its plan as JSON, with the key in a header and in the address.
class PlainAdapter : public Adapter
{
public:
    explicit PlainAdapter(const QString &id = u"fal"_s)
        : m_id(id)
    {
    }
    [[nodiscard]] ProviderInfo info() const override
    {
        ProviderInfo info;
        info.id = m_id;
        info.name = u"fal.ai"_s;
        info.keyVariables = {u"FAL_KEY"_s};
        return info;
    }
    [[nodiscard]] Step begin(const Plan &plan, const PlannedCall &, const Credentials &credentials) const override
    {
        const QUrl own(u"https://queue.%1.run/a"_s.arg(m_id));
        HttpRequest request {"POST", credentials.baseUrl.isEmpty() ? own : credentials.baseUrl, {}, {}, true};
        request.setHeader("Authorization", "Key " + credentials.key);
        request.setHeader("x-own", credentials.key);
        request.setHeader("Accept", "application/json");
        QJsonObject size {{u"width"_s, 1536}, {u"height"_s, 1024}};
        request.body =
            QJsonDocument(QJsonObject {{u"prompt"_s, plan.request.prompt}, {u"image_size"_s, size}}).toJson();
        return Send {request, {}, false};
    }
    [[nodiscard]] Step advance(const Plan &, const AdapterState &, const HttpResponse &,
                               const Credentials &) const override
    {
        return Failed {};
    }

private:
    QString m_id;
};

Attempt attempt(const QString &provider, GenerationStatus status, qint64 fromMs, qint64 toMs)
{
    Attempt it;
    it.provider = provider;
    it.providerModel = provider + u"-model"_s;
    it.status = status;
    it.startedAt = begun.addMSecs(fromMs);
    it.endedAt = toMs < 0 ? QDateTime() : begun.addMSecs(toMs);
    return it;
}

Plan plan()
{
    Plan plan;
    plan.request.model = u"flux-2-pro"_s;
    plan.request.prompt = u"A lighthouse"_s;
    plan.offer.model = u"flux-2-pro"_s;
    plan.offer.provider = u"fal"_s;
    plan.offer.priceDate = u"2026-07"_s;
    plan.calls = {PlannedCall {}};
    plan.estimate.total = Money::fromMicros(45'000);
    plan.size.expected = QSize(1536, 1024);
    plan.parameters = {
        {u"negative_prompt"_s, Treatment::Dropped, {}, u"people"_s, QJsonValue::Undefined, reasons::firstChoice()},
        {u"size"_s, Treatment::Converted, u"image_size"_s, u"1536x1024"_s, u"1536x1024"_s, {}},
        {u"prompt"_s, Treatment::Passed, u"prompt"_s, u"A lighthouse"_s, u"A lighthouse"_s, {}},
        {u"n"_s, Treatment::Renamed, u"num_images"_s, 1, 1, {}},
    };
    return plan;
}

/// Refused by one, made by the next.
Generation made()
{
    Generation it;
    it.id = u"gen_7f3a91"_s;
    it.createdAt = begun;
    it.endedAt = begun.addMSecs(4600);
    it.status = GenerationStatus::Completed;
    it.plan = plan();
    it.request = it.plan->request;
    it.estimate = it.cost = Money::fromMicros(45'000);
    Attempt refused = attempt(u"replicate"_s, GenerationStatus::Failed, 0, 300);
    refused.cost = Money::zero();
    refused.error = Error();
    refused.error->kind = ErrorKind::RateLimit;
    refused.error->billing = Billing::NotBilled;
    refused.error->httpStatus = 429;
    Attempt done = attempt(u"fal"_s, GenerationStatus::Completed, 310, 4440);
    done.cost = it.cost;
    it.attempts = {refused, done};
    Picture picture;
    picture.size = QSize(1536, 1024);
    picture.path = u"/home/somebody/pictures/1.png"_s;
    it.pictures = {picture};
    return it;
}

KnownOffer offer(const QString &provider, const QList<Reason> &why = {}, bool isLeftOut = false)
{
    return {{provider + u"/flux-2-pro"_s, u"flux-2-pro"_s, provider, Money::fromMicros(30'000), why, false, isLeftOut},
            provider + u"-model"_s,
            {}};
}

AdapterRegistry adapters()
{
    AdapterRegistry registry;
    registry.add(std::make_unique<PlainAdapter>());
    return registry;
}

} // namespace

class TestExplain : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void attemptsInTheirOrder();
    void whatFollowedIsTold_data();
    void whatFollowedIsTold();
    void everyAttemptHasItsOwnAnswer();
    void everyAttemptHasItsOwnMessage();
    void offers_data();
    void offers();
    void theOrderOfNowPassesNobodyOver();
    void settingsFromPassedToLeftOut();
    void prices_data();
    void prices();
    void nothingIsSentBeforeThereIsAKey();
    void keepsNoPictures();
    void textHasNeitherKeyNorPlace();
};

void TestExplain::attemptsInTheirOrder()
{
    Generation running = made();
    running.status = GenerationStatus::Running;
    running.attempts.last() = attempt(u"fal"_s, GenerationStatus::Running, 310, -1);
    const Explanation it = explain({running, {}}, adapters());
    QCOMPARE(it.attempts.size(), 2);
    QCOMPARE(it.attempts.at(0).afterMs, 0);
    QCOMPARE(it.attempts.at(0).tookMs, std::optional<qint64>(300));
    QCOMPARE(it.attempts.at(0).billing, Billing::NotBilled);
    QCOMPARE(it.attempts.at(1).afterMs, 310);
    QVERIFY(!it.attempts.at(1).tookMs);
    QVERIFY(it.isRunning());
    QCOMPARE(it.price.outcome, Outcome::Open);
}

void TestExplain::whatFollowedIsTold_data()
{
    QTest::addColumn<Reason>("why");
    QTest::addColumn<Reason>("after");
    QTest::addColumn<int>("pause");
    QTest::addColumn<QList<Reason>>("told");
    QTest::newRow("tried elsewhere") << reasons::firstChoice() << reasons::nothingWasBegun() << 0
                                     << QList<Reason> {reasons::nothingWasBegun()};
    QTest::newRow("after a pause") << reasons::nextOffer() << reasons::nothingWasBegun() << 1500
                                   << QList<Reason> {reasons::nothingWasBegun()};
    QTest::newRow("another key") << reasons::nextKey() << reasons::nobodyIsLeft() << 0
                                 << QList<Reason> {reasons::nextKey(), reasons::nobodyIsLeft()};
    QTest::newRow("a stand-in that gave up")
        << reasons::fallbackModel(reasons::ModelId(u"flux-3"_s)) << reasons::othersWouldNotHelp() << 0
        << QList<Reason> {reasons::fallbackModel(reasons::ModelId(u"flux-3"_s)), reasons::othersWouldNotHelp()};
}

void TestExplain::whatFollowedIsTold()
{
    QFETCH(const Reason, why);
    QFETCH(const Reason, after);
    QFETCH(const int, pause);
    QFETCH(const QList<Reason>, told);
    Generation it = made();
    Attempt &refused = it.attempts.first();
    refused.why = why;
    refused.after = after;
    if (pause > 0) {
        refused.error->retryAfter = std::chrono::milliseconds(pause);
    }
    const QString story = wording::attemptStory(explain({it, {}}, adapters()).attempts.constFirst());
    for (const Reason &reason : told) {
        QVERIFY2(story.contains(wording::sentence(reason)), qPrintable(story));
    }
    QVERIFY2(!story.contains(wording::sentence(reasons::firstChoice())), qPrintable(story)); // its place says so
    QCOMPARE(story.contains(u"2 s"_s), pause > 0); // whole seconds, none too few
}

/// What the vendor said of each, whole and in its own terms, also where it is sent to somebody.
void TestExplain::everyAttemptHasItsOwnAnswer()
{
    Generation it = made();
    Attempt another = it.attempts.constFirst();
    another.provider = u"together"_s;
    another.error->kind = ErrorKind::Upstream;
    another.error->httpStatus = 502;
    another.error->detail = u"cannot open %1/models/a.safetensors"_s.arg(QDir::homePath());
    it.attempts.insert(1, another);
    it.attempts.first().error->code = u"throttled"_s;
    it.attempts.first().error->detail = u"Request was throttled."_s;
    const QString text = wording::explanationText(explain({it, {}}, adapters()));
    for (const QString &part : {u"429 throttled: Request was throttled."_s, u"502: cannot open ~/models/a.safe"_s,
                                u"replicate-model"_s, u"fal-model"_s}) {
        QVERIFY2(text.contains(part), qPrintable(part + u'\n' + text));
    }
    QVERIFY2(!text.contains(QDir::homePath()), qPrintable(text));
}

/// As it was sent to each, to its own address; where that is not kept, to the last.
void TestExplain::everyAttemptHasItsOwnMessage()
{
    AdapterRegistry both = adapters();
    both.add(std::make_unique<PlainAdapter>(u"replicate"_s));
    ExplainFacts facts {made(), {}};
    QCOMPARE(providersOf(facts.generation), (QStringList {u"replicate"_s, u"fal"_s}));
    QVERIFY(!explain(facts, both).attempts.constFirst().sent);
    Plan refused = plan();
    refused.request = {}; // as the journal has it
    facts.plans.insert(0, refused);
    QVERIFY(!explain(facts, both).attempts.constFirst().sent); // another one's
    facts.plans[0].offer.provider = u"replicate"_s;
    facts.addresses.insert(u"replicate"_s, QUrl(u"https://eu.replicate.example/a"_s));
    const Explanation it = explain(facts, both);
    const SentMessage first = *it.attempts.constFirst().sent;
    QCOMPARE(first.address, u"https://eu.replicate.example/a"_s);
    QVERIFY(first.body.contains(it.generation.request.prompt));
    QVERIFY(it.attempts.constFirst().wasSent);
    QCOMPARE(it.attempts.constLast().sent, it.sent);
    QCOMPARE(it.sent->address, u"https://queue.fal.run/a"_s);
    const QString text = wording::explanationText(it);
    QVERIFY2(text.contains(first.address) && text.contains(it.sent->address), qPrintable(text));
    QVERIFY(!text.contains(u"your-key"_s));
}

void TestExplain::offers_data()
{
    QTest::addColumn<QList<KnownOffer>>("known");
    QTest::addColumn<QList<Fate>>("fates");
    const KnownOffer other = offer(u"together"_s);
    QTest::newRow("in order") << QList<KnownOffer> {offer(u"replicate"_s), offer(u"fal"_s), offer(u"bfl"_s)}
                              << QList<Fate> {Fate::Failed, Fate::Used, Fate::NotNeeded};
    QTest::newRow("one had no key") << QList<KnownOffer> {other, offer(u"replicate"_s), offer(u"fal"_s)}
                                    << QList<Fate> {Fate::PassedOver, Fate::Failed, Fate::Used};
    QTest::newRow("left out come last") << QList<KnownOffer> {offer(u"bria"_s, {reasons::routeIgnored()}, true),
                                                              offer(u"fal"_s)}
                                        << QList<Fate> {Fate::Used, Fate::LeftOut};
    KnownOffer anotherModel = offer(u"fal"_s);
    anotherModel.providerModel = u"flux-1"_s;
    QTest::newRow("another model there") << QList<KnownOffer> {offer(u"fal"_s), anotherModel}
                                         << QList<Fate> {Fate::Used, Fate::NotNeeded};
}

void TestExplain::offers()
{
    QFETCH(QList<KnownOffer>, known);
    QFETCH(QList<Fate>, fates);
    const Explanation it = explain({made(), known}, adapters());
    QList<Fate> found;
    for (const ExplainedOffer &offer : it.offers) {
        found.append(offer.fate);
    }
    QCOMPARE(found, fates);
    QCOMPARE(it.leftOut(), int(fates.count(Fate::LeftOut)));
}

void TestExplain::theOrderOfNowPassesNobodyOver()
{
    const Explanation it = explain({made(), {offer(u"together"_s), offer(u"fal"_s)}, true}, adapters());
    QVERIFY(it.isOrderOfNow);
    QCOMPARE(it.offers.at(0).fate, Fate::NotNeeded);
}

void TestExplain::settingsFromPassedToLeftOut()
{
    const Explanation it = explain({made(), {}}, adapters());
    QStringList names;
    for (const ExplainedSetting &setting : it.settings) {
        names.append(setting.planned.name);
    }
    QCOMPARE(names, (QStringList {u"prompt"_s, u"n"_s, u"size"_s, u"negative_prompt"_s}));
    QCOMPARE(it.settings.at(0).sent, it.settings.at(0).planned.asked);
    QCOMPARE(it.settings.at(2).sent.toObject().value(u"width"_s), QJsonValue(1536)); // as it stands in the message
    QVERIFY(it.settings.at(1).sent.isUndefined()); // it is not there
    QVERIFY(it.settings.at(3).sent.isUndefined());
    QCOMPARE(it.count(Treatment::Passed), 1);
    QCOMPARE(it.count(Treatment::Dropped), 1);
}

void TestExplain::prices_data()
{
    QTest::addColumn<Generation>("generation");
    QTest::addColumn<Outcome>("outcome");
    QTest::addColumn<Reason>("cause");
    QTest::newRow("as estimated") << made() << Outcome::AsEstimated << Reason();
    const auto dearer = [](Generation it = made()) {
        it.cost = Money::fromMicros(60'000);
        return it;
    };
    QTest::newRow("nobody knows why") << dearer() << Outcome::Differs << Reason();
    Generation byHand = dearer();
    byHand.attempts.last().settledByHand = true;
    QTest::newRow("by hand") << byHand << Outcome::Differs << reasons::billedByHand();
    Generation twice = dearer();
    twice.attempts.first().cost = Money::fromMicros(15'000);
    QTest::newRow("twice") << twice << Outcome::Differs << reasons::billedSeveralTimes(2);
    Generation fewer = dearer();
    fewer.plan->calls = {PlannedCall {2, {}}};
    QTest::newRow("fewer") << fewer << Outcome::Differs << reasons::billedFewerPictures(1, 2);
    Generation larger = dearer();
    larger.pictures.first().size = QSize(2048, 2048);
    larger.plan->estimate.lines = {{PriceLine::Item::OutputImage, PriceLine::Unit::Megapixel, 2, 0.0225, {}}};
    QTest::newRow("larger") << larger << Outcome::Differs
                            << reasons::billedOtherSize(QSize(2048, 2048), QSize(1536, 1024));
    Generation counted = dearer();
    counted.attempts.last().usage = {QJsonObject {{u"output_tokens"_s, 4160}, {u"what"_s, u"x"_s}}};
    QTest::newRow("counted") << counted << Outcome::Differs << reasons::billedByCount(u"output_tokens 4160"_s);
    Generation below = made();
    below.cost = Money::fromMicros(20'000);
    below.plan->estimate.atMost = true;
    QTest::newRow("below the most") << below << Outcome::Differs << reasons::billedBelowMost();
    Generation unestimated = made();
    unestimated.estimate = unestimated.plan->estimate.total = Money::unknown();
    QTest::newRow("not known before") << unestimated << Outcome::Unestimated << Reason();
    Generation unknown = made();
    unknown.cost = Money::unknown();
    QTest::newRow("not known") << unknown << Outcome::Unknown << Reason();
    Generation failed = made();
    failed.status = GenerationStatus::Failed;
    failed.pictures.clear();
    failed.cost = Money::zero();
    QTest::newRow("not billed") << failed << Outcome::NotBilled << Reason();
}

void TestExplain::prices()
{
    QFETCH(Generation, generation);
    QFETCH(Outcome, outcome);
    QFETCH(Reason, cause);
    const ExplainedPrice price = explain({generation, {}}, adapters()).price;
    QCOMPARE(price.outcome, outcome);
    QCOMPARE(price.cause, cause);
    QCOMPARE(price.date, u"2026-07"_s);
    QCOMPARE(price.difference.isKnown(), outcome == Outcome::Differs);
}

void TestExplain::nothingIsSentBeforeThereIsAKey()
{
    Generation it = made();
    QVERIFY(explain({it, {}}, adapters()).wasSent);
    it.attempts.last().error = notSent(ErrorKind::Budget, reasons::firstChoice());
    QVERIFY(!explain({it, {}}, adapters()).wasSent);
    it.attempts.clear();
    const Explanation nobody = explain({it, {}}, adapters());
    QVERIFY(!nobody.wasSent);
    QVERIFY(nobody.sent);
    it.plan.reset();
    QVERIFY(!explain({it, {}}, adapters()).sent);
}

void TestExplain::keepsNoPictures()
{
    Generation it = made();
    it.request.images = {{"bytes", u"a.png"_s, ImageRole::Reference}};
    it.request.mask = it.request.images.constFirst();
    const Explanation explained = explain({it, {}}, adapters());
    QCOMPARE(explained.generation.request.images.size(), 1);
    QVERIFY(explained.generation.request.images.constFirst().bytes.isEmpty());
    QVERIFY(explained.generation.request.mask->bytes.isEmpty());
}

void TestExplain::textHasNeitherKeyNorPlace()
{
    Generation it = made();
    it.attempts.first().error = notSent(ErrorKind::Storage, u"/home/somebody is full"_s);
    const QString text = wording::explanationText(explain({it, {offer(u"replicate"_s), offer(u"fal"_s)}}, adapters()));
    for (const QString &part : {it.id, it.request.prompt, u"image_size"_s, u"https://queue.fal.run/a"_s}) {
        QVERIFY2(text.contains(part), qPrintable(part + u'\n' + text));
    }
    QVERIFY(text.contains(u"Accept: application/json"_s));
    for (const QString &part : {u"somebody"_s, u"your-key"_s, u"x-own"_s, u"Authorization"_s}) {
        QVERIFY2(!text.contains(part), qPrintable(part + u'\n' + text));
    }
}

QTEST_GUILESS_MAIN(TestExplain)
#include "test_explain.moc"
