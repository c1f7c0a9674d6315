// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// A web socket beside a job: shown, and never more than that.
#include "core/engine/calldriver.h"
#include "core/engine/pictureconversation.h"
#include "core/planning/planner.h"
#include "tests/engine/enginerig.h"
#include "tests/engine/socketvendor.h"

#include <QTest>

using namespace lightwell;
using namespace lightwell::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr auto never = 10min; // a pause that no test waits for
constexpr auto soon = 20ms;

const QJsonObject job {{"prompt_id"_L1, u"1"_s}, {"node"_L1, QJsonValue::Null}};

QJsonObject stepOf(int value, int of, const QString &id = u"1"_s)
{
    return {{"value"_L1, value}, {"max"_L1, of}, {"prompt_id"_L1, id}};
}

/// One call driven against the vendor, and what it showed.
struct Drive
{
    explicit Drive(SocketVendor &vendor, std::chrono::milliseconds pause, const QUrl &socket = {})
        : adapter(u"toy"_s, pause, socket)
        , driver(pictureConversation(adapter, plan(), {}, {"toy-key", {}, vendor.baseUrl()}), http, {30s, 30s})
    {
        QObject::connect(&driver, &CallDriver::finished, &driver, [this](const CallOutcome &outcome) {
            ++ends;
            end = outcome;
        });
        QObject::connect(&driver, &CallDriver::progressed, &driver, [this](const Progress &progress) {
            if (!progress.preview.isEmpty()) {
                previews.append(progress.preview);
            }
            fraction = progress.fraction;
            queue = progress.queuePosition ? progress.queuePosition : queue;
        });
        driver.start();
    }
    static Plan plan()
    {
        Request request;
        request.model = u"toy"_s;
        request.prompt = u"a paper boat"_s;
        return makePlan(request, toyOffer(u"toy"_s, u"toy"_s)).value();
    }

    HttpClient http;
    SocketAdapter adapter;
    CallDriver driver;
    QList<QByteArray> previews;
    std::optional<double> fraction; ///< told last
    std::optional<int> queue;
    int ends = 0;
    CallOutcome end;
};

} // namespace

class TestSocketFollower : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void showsWhatTheSocketTells()
    {
        SocketVendor vendor;
        Drive drive(vendor, soon);
        QTRY_COMPARE(vendor.open(), 1);
        QCOMPARE(vendor.opened().constFirst().query(), u"clientId=me"_s);
        vendor.say("status", {{"queue_remaining"_L1, 3}});
        vendor.say("progress", stepOf(5, 10));
        vendor.say("progress", stepOf(9, 10, u"2"_s)); // another job's
        vendor.sayBytes(SocketVendor::sketch("sketch"));
        QTRY_COMPARE(drive.previews, QList<QByteArray> {"sketch"});
        QCOMPARE(drive.queue, std::optional<int>(3));
        const qsizetype asked = vendor.server().count();
        QTRY_VERIFY(vendor.server().count() > asked + 2);
        QCOMPARE(drive.fraction, std::optional<double>(0.5)); // a poll that tells less does not take it back
        QCOMPARE(vendor.upgrades(), 1); // one socket for all polls
        vendor.isDone();
        QTRY_COMPARE(drive.ends, 1);
        QVERIFY(!drive.end.error);
        QCOMPARE(drive.end.media.first().bytes, vendor.picture);
        QTRY_COMPARE(vendor.open(), 0);
        QCOMPARE(vendor.billed, 1);
    }

    void pollsAtOnceWhenToldTo()
    {
        SocketVendor vendor;
        Drive drive(vendor, never);
        QTRY_COMPARE(vendor.open(), 1);
        vendor.isDone();
        vendor.say("executing", job);
        QTRY_COMPARE(drive.ends, 1);
        QVERIFY(!drive.end.error);
        QCOMPARE(vendor.calls(u"/jobs/1"_s), 1);
        QCOMPARE(vendor.calls(u"/jobs"_s), 1);
        QCOMPARE(vendor.billed, 1);
    }

    void isToldWhileAPollIsUnderWay()
    {
        SocketVendor vendor;
        const auto gate = std::make_shared<Gate>();
        vendor.pollScript = {Reply::json({{"state"_L1, u"running"_s}}).after(gate)};
        Drive drive(vendor, never);
        QTRY_COMPARE(vendor.open(), 1);
        vendor.say("executing", job);
        QTRY_COMPARE(vendor.calls(u"/jobs/1"_s), 1);
        vendor.say("executing", job);
        vendor.sayBytes(SocketVendor::sketch("after it"));
        QTRY_COMPARE(drive.previews.size(), 1);
        vendor.isDone();
        gate->open();
        QTRY_COMPARE(drive.ends, 1); // the answer was from before
        QVERIFY(!drive.end.error);
        QCOMPARE(vendor.calls(u"/jobs/1"_s), 2);
    }

    void doesNotPollWithoutEnd()
    {
        SocketVendor vendor;
        Drive drive(vendor, never);
        QTRY_COMPARE(vendor.open(), 1);
        for (int i = 0; i < 200; ++i) {
            vendor.say("executing", job);
        }
        QTRY_VERIFY(vendor.calls(u"/jobs/1"_s) > 0);
        vendor.sayBytes(SocketVendor::sketch("last"));
        QTRY_COMPARE(drive.previews.size(), 1);
        QVERIFY(vendor.calls(u"/jobs/1"_s) <= 20);
        QCOMPARE(drive.ends, 0);
        drive.driver.cancel();
        QTRY_COMPARE(drive.ends, 1);
    }

    /// Whatever the socket does, the polls bring the picture, once.
    void withoutTheSocketThePollsDecide_data()
    {
        using Upgrade = SocketVendor::Upgrade;
        QTest::addColumn<int>("upgrade");
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QByteArray>("bytes");
        const auto row = [](const char *name, Upgrade upgrade, const QByteArray &text = {},
                            const QByteArray &bytes = {}) { QTest::newRow(name) << int(upgrade) << text << bytes; };
        row("refused", Upgrade::Refuse);
        row("no web socket", Upgrade::Garbage);
        row("never answered", Upgrade::Hang);
        row("dropped", Upgrade::Accept);
        row("nonsense", Upgrade::Accept, "{\"type\":[", QByteArray(7, '\xff'));
        row("figures that are none", Upgrade::Accept,
            R"({"type":"progress","data":{"value":-1,"max":0,"prompt_id":"1"}})");
        row("says it failed", Upgrade::Accept, R"({"type":"execution_error","data":{"prompt_id":"1"}})");
        row("too large", Upgrade::Accept, {}, SocketVendor::sketch(QByteArray(17LL * 1024 * 1024, 'x')));
    }
    void withoutTheSocketThePollsDecide()
    {
        QFETCH(int, upgrade);
        QFETCH(QByteArray, text);
        QFETCH(QByteArray, bytes);
        SocketVendor vendor;
        vendor.upgrade = SocketVendor::Upgrade(upgrade);
        Drive drive(vendor, soon);
        QTRY_VERIFY(vendor.upgrades() > 0);
        if (vendor.upgrade == SocketVendor::Upgrade::Accept) {
            QTRY_COMPARE(vendor.open(), 1);
            if (!text.isEmpty()) {
                vendor.say(text);
            }
            if (!bytes.isEmpty()) {
                vendor.sayBytes(bytes);
            } else if (text.isEmpty()) {
                vendor.drop();
            }
        }
        const qsizetype asked = vendor.server().count();
        QTRY_VERIFY(vendor.server().count() > asked + 2);
        QCOMPARE(drive.ends, 0);
        QCOMPARE(drive.previews, QList<QByteArray>());
        QVERIFY(!drive.fraction);
        QVERIFY(vendor.upgrades() <= 3);
        vendor.isDone();
        QTRY_COMPARE(drive.ends, 1);
        QVERIFY(!drive.end.error);
        QCOMPARE(drive.end.media.first().bytes, vendor.picture);
        QCOMPARE(vendor.calls(u"/jobs"_s), 1);
        QCOMPARE(vendor.billed, 1);
    }

    void opensAgainWhatBroke()
    {
        SocketVendor vendor;
        Drive drive(vendor, soon);
        QTRY_COMPARE(vendor.open(), 1);
        vendor.drop();
        QTRY_COMPARE(vendor.upgrades(), 2);
        QTRY_COMPARE(vendor.open(), 1);
        vendor.say("progress", stepOf(5, 10));
        QTRY_COMPARE(drive.fraction, std::optional<double>(0.5));
        vendor.drop();
        QTRY_COMPARE(vendor.upgrades(), 3);
        QTRY_COMPARE(vendor.open(), 1);
        vendor.drop();
        const qsizetype asked = vendor.server().count();
        QTRY_VERIFY(vendor.server().count() > asked + 3);
        QCOMPARE(vendor.upgrades(), 3); // enough is enough
        vendor.isDone();
        QTRY_COMPARE(drive.ends, 1);
        QVERIFY(!drive.end.error);
    }

    /// The socket carries the key.
    void nobodyElseIsListenedTo()
    {
        SocketVendor vendor;
        SocketVendor other;
        QUrl elsewhere = other.baseUrl();
        elsewhere.setScheme(u"ws"_s);
        Drive drive(vendor, soon, elsewhere);
        QTRY_VERIFY(vendor.calls(u"/jobs/1"_s) > 2);
        QCOMPARE(other.upgrades(), 0);
        QCOMPARE(vendor.upgrades(), 0);
        vendor.isDone();
        QTRY_COMPARE(drive.ends, 1);
        QVERIFY(!drive.end.error);
    }

    void cancelClosesTheSocket()
    {
        SocketVendor vendor;
        Drive drive(vendor, soon);
        QTRY_COMPARE(vendor.open(), 1);
        drive.driver.cancel();
        QTRY_COMPARE(vendor.open(), 0);
        QTRY_COMPARE(drive.ends, 1);
        QVERIFY(vendor.cancelled);
        QCOMPARE(drive.end.error->kind, ErrorKind::Cancelled);
        QCOMPARE(vendor.upgrades(), 1);
    }

    void goesAllTheWayToProgress()
    {
        EngineRig rig({toyOffer(u"toy"_s, u"one"_s)}, {},
                      {[] { return std::make_unique<SocketVendor>(); },
                       [](const QString &provider) { return std::make_unique<SocketAdapter>(provider, never); }});
        auto &vendor = static_cast<SocketVendor &>(rig.vendor(u"one"_s));
        QObject context;
        std::optional<Generation> end;
        QList<Progress> shown;
        rig.engine->generate(
            EngineRig::request(), {Origin::Kind::CommandLine, {}}, &context,
            [&end](const Generation &generation) { end = generation; },
            [&shown](const Progress &progress) { shown.append(progress); });
        QTRY_COMPARE(vendor.open(), 1);
        vendor.say("progress", stepOf(1, 4));
        vendor.sayBytes(SocketVendor::sketch(vendor.picture));
        QTRY_VERIFY(!shown.isEmpty() && !shown.last().preview.isEmpty());
        QCOMPARE(shown.last().preview, vendor.picture);
        QCOMPARE(shown.at(shown.size() - 2).fraction, std::optional<double>(0.25));
        QCOMPARE(shown.last().provider, u"one"_s);
        vendor.isDone();
        vendor.say("executing", job);
        QTRY_VERIFY(end.has_value());
        QCOMPARE(end->status, GenerationStatus::Completed);
        QCOMPARE(end->pictures.size(), 1);
        QCOMPARE(vendor.calls(u"/jobs"_s), 1);
        QCOMPARE(rig.usage().total, Money::fromMicros(30'000));
    }
};

QTEST_GUILESS_MAIN(TestSocketFollower)
#include "test_socketfollower.moc"
