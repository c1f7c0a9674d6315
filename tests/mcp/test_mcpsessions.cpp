// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// What is remembered of an `initialize` over HTTP, of whom and for how long; and what it changes in the terms.
#include "core/mcp/sessions.h"

#include <QSet>
#include <QTest>

using namespace lightwell::mcp;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr Terms terms {Revision::Of20251125, true};

} // namespace

class TestMcpSessions : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aSessionIsItsClients()
    {
        Sessions sessions;
        const QByteArray id = sessions.begin(u"one"_s, terms);
        QCOMPARE(id.size(), 32);
        QVERIFY(id != sessions.begin(u"one"_s, terms));
        QCOMPARE(sessions.use(id, u"one"_s), std::optional(terms));
        QCOMPARE(sessions.use(id, u"other"_s), std::nullopt);
        QCOMPARE(sessions.use(id, {}), std::nullopt);
        QCOMPARE(sessions.use({}, u"one"_s), std::nullopt);
        QVERIFY(!sessions.end(id, u"other"_s));
        QCOMPARE(sessions.use(id, u"one"_s), std::optional(terms));
        QVERIFY(sessions.end(id, u"one"_s));
        QVERIFY(!sessions.end(id, u"one"_s));
        QCOMPARE(sessions.use(id, u"one"_s), std::nullopt);
    }

    void silenceEndsIt()
    {
        Sessions sessions;
        Sessions::Clock::time_point now {};
        const QByteArray id = sessions.begin(u"one"_s, terms, now);
        now += Sessions::longestSilence;
        QVERIFY(sessions.use(id, u"one"_s, now));
        now += Sessions::longestSilence;
        QVERIFY(sessions.use(id, u"one"_s, now)); // since the last word
        QVERIFY(!sessions.use(id, u"other"_s, now + 1s)); // who is not its client says nothing
        now += Sessions::longestSilence + 1ms;
        QVERIFY(!sessions.use(id, u"one"_s, now));
        const QByteArray silent = sessions.begin(u"one"_s, terms, now);
        now += Sessions::longestSilence + 1ms;
        (void)sessions.begin(u"two"_s, terms, now);
        QCOMPARE(sessions.count(), 1);
        QVERIFY(!sessions.end(silent, u"one"_s));
    }

    void oneClientTakesNoPlaceOfOthers()
    {
        Sessions sessions;
        Sessions::Clock::time_point now {};
        const QByteArray quiet = sessions.begin(u"quiet"_s, terms, now);
        QList<QByteArray> many;
        for (qsizetype i = 0; i < Sessions::most; ++i) {
            now += 1ms;
            many.append(sessions.begin(u"busy"_s, terms, now));
        }
        QCOMPARE(sessions.count(), Sessions::most);
        QCOMPARE(QSet<QByteArray>(many.begin(), many.end()).size(), many.size());
        QVERIFY(!sessions.use(many.at(0), u"busy"_s, now)); // its own oldest
        QVERIFY(sessions.use(many.at(1), u"busy"_s, now));
        QVERIFY(sessions.use(quiet, u"quiet"_s, now));
        (void)sessions.begin(u"third"_s, terms, now);
        QVERIFY(sessions.use(many.at(1), u"busy"_s, now)); // it was used since
        QVERIFY(!sessions.use(many.at(2), u"busy"_s, now));
        QVERIFY(sessions.use(quiet, u"quiet"_s, now));
    }

    void termsOfASession_data()
    {
        QTest::addColumn<QByteArray>("version"); // the header; "-": none
        QTest::addColumn<QString>("revision");
        QTest::addColumn<bool>("asks");
        QTest::newRow("not said again") << "-"_ba << u"2025-11-25"_s << true;
        QTest::newRow("said again") << "2025-11-25"_ba << u"2025-11-25"_s << true;
        QTest::newRow("another with questions") << "2025-06-18"_ba << u"2025-06-18"_s << true;
        QTest::newRow("another without questions") << "2025-03-26"_ba << u"2025-03-26"_s << false;
    }
    void termsOfASession()
    {
        QFETCH(QByteArray, version);
        const MirrorHeaders headers {version == "-" ? std::nullopt : std::optional(version), {}, {}};
        const Message ping = readMessages(R"({"jsonrpc":"2.0","id":1,"method":"ping"})").messages.constFirst();
        QVERIFY(!bringsItsTerms(ping, headers));
        const Opening opening = openingOf(ping, headers, {terms});
        QVERIFY(!opening.fault);
        QTEST(revisionName(opening.terms.revision), "revision");
        QTEST(opening.terms.mayAsk, "asks");
        QCOMPARE(openingOf(ping, headers).terms.mayAsk, false);
    }

    void theNewestNeedsNone()
    {
        const MirrorHeaders headers {"2026-07-28", "ping", {}};
        const Message ping = readMessages(R"({"jsonrpc":"2.0","id":1,"method":"ping"})").messages.constFirst();
        QVERIFY(bringsItsTerms(ping, headers));
        QVERIFY(!bringsItsTerms(ping, std::nullopt));
        const Message modern =
            readMessages(
                R"({"jsonrpc":"2.0","id":1,"method":"ping","params":{"_meta":{"io.modelcontextprotocol/protocolVersion":"2026-07-28"}}})")
                .messages.constFirst();
        QVERIFY(bringsItsTerms(modern, std::nullopt));
        QVERIFY(bringsItsTerms(modern, MirrorHeaders()));
    }
};

QTEST_GUILESS_MAIN(TestMcpSessions)
#include "test_mcpsessions.moc"
