// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Equal calls that are paid once: because an answer was kept, or because both run at the same time.
#include "tests/gateway/gatewayrig.h"
#include "tests/support/gate.h"

#include <QDirIterator>
#include <QJsonArray>

using namespace lightwell;
using namespace lightwell::test;
using namespace Qt::StringLiterals;

namespace {

const QByteArray cached = "X-Lightwell-Cache: true\r\n";
const QByteArray shared = "X-Lightwell-Coalesce: true\r\n";

QJsonObject with(QJsonObject object, const QString &key, const QJsonValue &value)
{
    object.insert(key, value);
    return object;
}

QJsonObject seeded()
{
    return with(with(GatewayRig::wish(), u"response_format"_s, u"b64_json"_s), u"seed"_s, 7);
}

QList<Offer> offers(bool takesSeed = true)
{
    Offer offer = toyOffer(u"toy"_s, u"alpha"_s);
    if (takesSeed) {
        offer.fields.insert(u"seed"_s, u"seed"_s);
    }
    return {offer, toyOffer(u"other"_s, u"alpha"_s)};
}

QByteArray status(const RawAnswer &answer)
{
    return answer.header("X-Lightwell-Cache-Status");
}

QJsonObject toldOf(const RawAnswer &answer)
{
    return answer.json().value("metadata"_L1).toObject();
}

} // namespace

class TestGatewayCache : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<GatewayRig> m_rig;

    /// The gateway of most tests, with a new client: nothing was recorded or kept for it, nothing paid.
    GatewayRig &fresh()
    {
        m_rig->key = await(m_rig->clients.add(u"client %1"_s.arg(++m_clients)))->key;
        m_rig->vendor().billed = 0;
        return *m_rig;
    }
    int m_clients = 0;

private Q_SLOTS:
    void initTestCase()
    {
        m_rig = std::make_unique<GatewayRig>(offers());
        m_rig->start();
    }
    void cleanupTestCase() { m_rig.reset(); }

    void aHitCostsNothing()
    {
        GatewayRig &rig = fresh();
        const RawAnswer paid = rig.ask(rig.post(seeded(), cached));
        QCOMPARE(::status(paid), "MISS"_ba);
        QCOMPARE(toldOf(paid).value("cached"_L1), QJsonValue(false));
        const Money spent = rig.rig.usage().total;
        const RawAnswer hit = rig.ask(rig.post(seeded(), cached));
        QCOMPARE(hit.status, 200);
        QCOMPARE(::status(hit), "HIT"_ba);
        QCOMPARE(toldOf(hit).value("cached"_L1), QJsonValue(true));
        QCOMPARE(toldOf(hit).value("cost"_L1).toDouble(-1), 0.0);
        QCOMPARE(hit.header("X-Lightwell-Cost"), "0"_ba);
        QCOMPARE(hit.header("X-Lightwell-Cache-Source-Id"), paid.header("X-Lightwell-Request-Id"));
        QCOMPARE(hit.header("X-Lightwell-Cache-TTL"), "300"_ba);
        QVERIFY(hit.header("X-Lightwell-Cache-Age").toInt() < 60);
        QCOMPARE(hit.json().value("data"_L1), paid.json().value("data"_L1));
        QCOMPARE(rig.vendor().billed, 1);
        QCOMPARE(rig.rig.usage().total, spent);
    }

    void whatIsCached_data()
    {
        QTest::addColumn<QJsonObject>("first");
        QTest::addColumn<QByteArray>("firstHeaders");
        QTest::addColumn<QJsonObject>("second");
        QTest::addColumn<QByteArray>("secondHeaders");
        QTest::addColumn<QByteArray>("told");
        const auto row = [](const char *name, const QJsonObject &first, const QByteArray &firstHeaders,
                            const QJsonObject &second, const QByteArray &secondHeaders, const QByteArray &told) {
            QTest::newRow(name) << first << firstHeaders << second << secondHeaders << told;
        };
        const QJsonObject plain = with(GatewayRig::wish(), u"response_format"_s, u"b64_json"_s);
        row("off", seeded(), {}, seeded(), {}, {});
        row("the first was not", seeded(), {}, seeded(), cached, "MISS");
        row("the second is not", seeded(), cached, seeded(), {}, {});
        row("no seed", plain, cached, plain, cached, "BYPASS");
        row("any seed", with(plain, u"seed"_s, -1), cached, with(plain, u"seed"_s, -1), cached, "BYPASS");
        row("another seed", seeded(), cached, with(seeded(), u"seed"_s, 8), cached, "MISS");
        row("another prompt", seeded(), cached, with(seeded(), u"prompt"_s, u"a kite"_s), cached, "MISS");
        row("another model", seeded(), cached, with(seeded(), u"model"_s, u"other"_s), cached, "MISS");
        row("its provider forced", seeded(), cached, with(seeded(), u"model"_s, u"alpha/toy"_s), cached, "MISS");
        row("strictly", seeded(), cached, seeded(), cached + "X-Lightwell-Strict: true\r\n", "MISS");
        row("delivered otherwise", seeded(), cached, with(seeded(), u"response_format"_s, u"url"_s), cached, "HIT");
        row("renewed", seeded(), cached, seeded(), cached + "X-Lightwell-Cache-Clear: true\r\n", "MISS");
        row("OpenRouter's name", seeded(), "X-OpenRouter-Cache: true\r\n", seeded(), cached, "HIT");
        row("recorded as well", seeded(), cached, seeded(), cached + "X-Lightwell-Replay: record\r\n", {});
        row("replayed, else live", seeded(), cached, seeded(), cached + "X-Lightwell-Replay: replay-or-live\r\n",
            "HIT");
    }
    void whatIsCached()
    {
        QFETCH(const QJsonObject, first);
        QFETCH(const QByteArray, firstHeaders);
        QFETCH(const QJsonObject, second);
        QFETCH(const QByteArray, secondHeaders);
        GatewayRig &rig = fresh();
        QCOMPARE(rig.ask(rig.post(first, firstHeaders)).status, 200);
        const RawAnswer answer = rig.ask(rig.post(second, secondHeaders));
        QCOMPARE(answer.status, 200);
        QTEST(::status(answer), "told");
        QCOMPARE(rig.vendor().billed, ::status(answer) == "HIT" ? 1 : 2);
    }

    void aVendorWithoutSeedsIsRandom()
    {
        GatewayRig rig(offers(false));
        rig.start();
        QCOMPARE(rig.ask(rig.post(seeded(), cached)).status, 200);
        QCOMPARE(::status(rig.ask(rig.post(seeded(), cached))), "MISS"_ba);
        QCOMPARE(rig.vendor().billed, 2);
    }

    void theSettingHoldsWhereNoHeaderSaysElse()
    {
        GatewayRig rig(offers());
        GatewayOptions options;
        options.answers.cache = std::chrono::seconds(60);
        rig.start(options);
        QCOMPARE(::status(rig.ask(rig.post(seeded()))), "MISS"_ba);
        QCOMPARE(::status(rig.ask(rig.post(seeded()))), "HIT"_ba);
        QCOMPARE(::status(rig.ask(rig.post(seeded(), "X-Lightwell-Cache: false\r\n"))), QByteArray());
        QCOMPARE(rig.vendor().billed, 2);
    }

    void noWordsAreKept()
    {
        GatewayRig rig(offers());
        rig.start();
        QCOMPARE(rig.ask(rig.post(with(seeded(), u"prompt"_s, u"canary words"_s), cached)).status, 200);
        int files = 0;
        QDirIterator all(rig.replayFolder(), QDir::Files, QDirIterator::Subdirectories);
        while (all.hasNext()) {
            QFile file(all.next());
            QVERIFY(file.open(QIODevice::ReadOnly));
            QVERIFY(!file.readAll().contains("canary"));
            ++files;
        }
        QCOMPARE(files, 1);
    }

    void aRemovedPictureIsAMiss()
    {
        GatewayRig &rig = fresh();
        QCOMPARE(rig.ask(rig.post(seeded(), cached)).status, 200);
        QVERIFY(QFile::remove(await(rig.rig.journal->list(1))->first().pictures.first().path));
        QCOMPARE(::status(rig.ask(rig.post(seeded(), cached))), "MISS"_ba);
        QCOMPARE(rig.vendor().billed, 2);
    }

    void aClientFindsItsOwn()
    {
        GatewayRig &rig = fresh();
        QCOMPARE(rig.ask(rig.post(seeded(), cached)).status, 200);
        const QByteArray stranger =
            "Authorization: Bearer " + await(rig.clients.add(u"stranger %1"_s.arg(m_clients)))->key + "\r\n";
        QCOMPARE(::status(rig.ask(rig.post(seeded(), cached + stranger))), "MISS"_ba);
    }

    /// Two calls at once; the second is sent when the first is at the vendor.
    void equalCallsAtOnce_data()
    {
        QTest::addColumn<QByteArray>("first");
        QTest::addColumn<QByteArray>("second");
        QTest::addColumn<QJsonObject>("body"); // of the second
        QTest::addColumn<int>("paid");
        const QJsonObject wish = GatewayRig::wish();
        QTest::newRow("both wish it") << shared << shared << wish << 1;
        QTest::newRow("nobody") << QByteArray() << QByteArray() << wish << 2;
        QTest::newRow("the first alone") << shared << QByteArray() << wish << 2;
        QTest::newRow("the second alone") << QByteArray() << shared << wish << 2;
        QTest::newRow("another wish") << shared << shared << with(wish, u"prompt"_s, u"a kite"_s) << 2;
        QTest::newRow("with a key of its own") << shared << shared + "Idempotency-Key: k2\r\n" << wish << 2;
        QTest::newRow("the first with a key") << shared + "Idempotency-Key: k1\r\n" << shared << wish << 1;
        QTest::newRow("for another project") << shared << shared + "X-Lightwell-Project: other\r\n" << wish << 2;
        QTest::newRow("strictly") << shared << shared + "X-Lightwell-Strict: true\r\n" << wish << 2;
    }
    void equalCallsAtOnce()
    {
        QFETCH(const QByteArray, first);
        QFETCH(const QByteArray, second);
        QFETCH(const QJsonObject, body);
        QFETCH(const int, paid);
        GatewayRig &rig = fresh();
        const int before = rig.vendor().calls(u"/pictures/1"_s);
        const auto gate = Gate::make();
        rig.vendor().pictureScript.push_back(Reply::bytes(rig.vendor().picture, "image/png").after(gate));
        RawClient a(rig.port());
        RawClient b(rig.port());
        a.send(rig.post(GatewayRig::wish(), first));
        QTRY_COMPARE(rig.vendor().calls(u"/pictures/1"_s), before + 1);
        b.send(rig.post(body, second));
        if (paid == 2) {
            QCOMPARE(b.answer().status, 200);
        } else {
            QCOMPARE(rig.ask(rig.request("GET", "/healthz")).status, 200);
        }
        gate->open();
        const RawAnswer own = a.answer();
        QCOMPARE(own.status, 200);
        QVERIFY(own.header("X-Lightwell-Coalesced").isEmpty());
        QVERIFY(!toldOf(own).contains("coalesced"_L1));
        QCOMPARE(rig.vendor().billed, paid);
        if (paid == 1) {
            const RawAnswer its = b.answer();
            QCOMPARE(its.status, 200);
            QCOMPARE(its.header("X-Lightwell-Coalesced"), "true"_ba);
            QCOMPARE(toldOf(its).value("coalesced"_L1), QJsonValue(true));
            QCOMPARE(its.header("X-Lightwell-Request-Id"), own.header("X-Lightwell-Request-Id"));
            QCOMPARE(its.json().value("data"_L1), own.json().value("data"_L1));
            // What has ended answers nobody else.
            QCOMPARE(rig.ask(rig.post(GatewayRig::wish(), second)).status, 200);
            QCOMPARE(rig.vendor().billed, 2);
        }
    }

    void othersAreNotAnsweredWithIt()
    {
        GatewayRig &rig = fresh();
        const int before = rig.vendor().calls(u"/pictures/1"_s);
        const auto gate = Gate::make();
        rig.vendor().pictureScript.push_back(Reply::bytes(rig.vendor().picture, "image/png").after(gate));
        RawClient a(rig.port());
        a.send(rig.post(GatewayRig::wish(), shared));
        QTRY_COMPARE(rig.vendor().calls(u"/pictures/1"_s), before + 1);
        const QByteArray stranger =
            "Authorization: Bearer " + await(rig.clients.add(u"stranger %1"_s.arg(m_clients)))->key + "\r\n";
        QCOMPARE(rig.ask(rig.post(GatewayRig::wish(), shared + stranger)).status, 200);
        QCOMPARE(rig.vendor().billed, 2);
        gate->open();
        QCOMPARE(a.answer().status, 200);
    }

    /// The one that began it may go: it is still wanted.
    void whoeverBeganItMayGo()
    {
        GatewayRig rig;
        GatewayOptions options;
        options.answers.coalesces = true;
        rig.start(options);
        const auto gate = Gate::make();
        rig.vendor().pictureScript.push_back(Reply::bytes(rig.vendor().picture, "image/png").after(gate));
        RawClient a(rig.port());
        RawClient b(rig.port());
        a.send(rig.post(GatewayRig::wish()));
        QTRY_COMPARE(rig.vendor().calls(u"/pictures/1"_s), 1);
        b.send(rig.post(GatewayRig::wish()));
        QCOMPARE(rig.ask(rig.request("GET", "/healthz")).status, 200);
        a.hangUp();
        QCOMPARE(rig.ask(rig.request("GET", "/healthz")).status, 200);
        gate->open();
        QCOMPARE(b.answer().status, 200);
        QCOMPARE(rig.vendor().billed, 1);
    }
};

QTEST_GUILESS_MAIN(TestGatewayCache)
#include "test_gatewaycache.moc"
