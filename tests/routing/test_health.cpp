// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/routing/health.h"

#include <QTest>

using namespace lightwell;
using namespace Qt::StringLiterals;

namespace {

const QDateTime start(QDate(2026, 11, 22), QTime(12, 0), Qt::UTC);
const QString offer = u"fal/toy"_s;

Error errorOf(ErrorKind kind)
{
    Error error;
    error.kind = kind;
    return error;
}

} // namespace

/// The breaker as a table: what happens at which second, and what others see then.
class TestHealth : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void breaker_data()
    {
        using State = Health::State;
        QTest::addColumn<QString>("events"); ///< "12f": a failure at second 12; s: success, c: claim, r: released
        QTest::addColumn<int>("at");
        QTest::addColumn<State>("state");
        const auto row = [](const char *name, const QString &events, int at, State state) {
            QTest::newRow(name) << events << at << state;
        };
        row("untouched", u""_s, 0, State::Closed);
        row("two failures", u"0f 1f"_s, 2, State::Closed);
        row("two failures and a success between", u"0f 1f 2s 3f 4f"_s, 5, State::Closed);
        row("three failures", u"0f 1f 2f"_s, 3, State::Resting);
        row("until 30 s later", u"0f 1f 2f"_s, 31, State::Resting);
        row("pause over", u"0f 1f 2f"_s, 32, State::Ready);
        row("one tries it", u"0f 1f 2f 32c"_s, 33, State::Probed);
        row("however long that takes", u"0f 1f 2f 32c"_s, 5000, State::Probed);
        row("it works again", u"0f 1f 2f 32c 40s"_s, 41, State::Closed);
        row("it fails again: twice as long", u"0f 1f 2f 32c 40f"_s, 99, State::Resting);
        row("and then ready again", u"0f 1f 2f 32c 40f"_s, 100, State::Ready);
        row("nothing came of it", u"0f 1f 2f 32c 40r"_s, 41, State::Ready);
        row("a success of one that was under way closes it", u"0f 1f 2f 5s"_s, 6, State::Closed);
        row("never longer than ten minutes", u"0f 0f 0f 0f 0f 0f 0f 0f 0f 0f 0f 0f"_s, 600, State::Ready);
        row("but so long", u"0f 0f 0f 0f 0f 0f 0f 0f 0f 0f 0f 0f"_s, 599, State::Resting);
    }
    void breaker()
    {
        QFETCH(QString, events);
        QFETCH(int, at);
        QFETCH(Health::State, state);
        Health health;
        const QStringList all = events.split(u' ', Qt::SkipEmptyParts);
        for (const QString &event : all) {
            const QDateTime now = start.addSecs(event.chopped(1).toInt());
            switch (event.back().toLatin1()) {
            case 'f':
                health.failed(offer, errorOf(ErrorKind::Overloaded), now);
                break;
            case 's':
                health.succeeded(offer);
                break;
            case 'r':
                health.released(offer);
                break;
            default:
                QVERIFY(health.claim(offer, now));
            }
        }
        const QDateTime now = start.addSecs(at);
        QCOMPARE(health.state(offer, now), state);
        const bool isPassedOver = state == Health::State::Resting || state == Health::State::Probed;
        QCOMPARE(health.isPassedOver(offer, now), isPassedOver);
        QCOMPARE(health.claim(offer, now), !isPassedOver);
    }

    void exactlyOneTriesItAgain()
    {
        Health health;
        for (int failure = 0; failure < 3; ++failure) {
            health.failed(offer, errorOf(ErrorKind::Upstream), start);
        }
        const QDateTime later = start.addSecs(31);
        QVERIFY(health.claim(offer, later));
        QVERIFY(!health.claim(offer, later));
        QVERIFY(!health.claim(offer, later.addSecs(1000)));
        health.released(offer);
        QVERIFY(health.claim(offer, later));
    }

    void aRefusedPromptEndsATrialWithoutAVerdict()
    {
        Health health;
        for (int failure = 0; failure < 3; ++failure) {
            health.failed(offer, errorOf(ErrorKind::Upstream), start);
        }
        const QDateTime later = start.addSecs(31);
        QVERIFY(health.claim(offer, later));
        health.failed(offer, errorOf(ErrorKind::ContentPolicy), later);
        QCOMPARE(health.state(offer, later), Health::State::Ready);
    }

    void theVendorsOwnPauseCounts_data()
    {
        QTest::addColumn<int>("asked");
        QTest::addColumn<int>("rests");
        QTest::newRow("as it asks, after one refusal") << 40 << 40;
        QTest::newRow("longer than our own") << 1800 << 1800;
        QTest::newRow("at most an hour") << 90'000 << 3600;
    }
    void theVendorsOwnPauseCounts()
    {
        QFETCH(int, asked);
        QFETCH(int, rests);
        Health health;
        Error error = errorOf(ErrorKind::RateLimit);
        error.retryAfter = std::chrono::seconds(asked);
        health.failed(offer, error, start);
        QCOMPARE(health.restSeconds(offer, start), rests);
        QCOMPARE(health.state(offer, start.addSecs(rests - 1)), Health::State::Resting);
        QCOMPARE(health.state(offer, start.addSecs(rests)), Health::State::Closed); // no trial: it never failed
    }

    /// As if they had been met here; and nothing that is known here gets better by it.
    void othersFailuresCount()
    {
        Health health;
        OfferRecord record;
        record.failedLately = 2;
        record.lastErrorAt = start;
        record.lastError = errorOf(ErrorKind::Upstream);
        health.heard(offer, record);
        QCOMPARE(health.state(offer, start), Health::State::Closed);
        record.failedLately = 3;
        health.heard(offer, record);
        QCOMPARE(health.restSeconds(offer, start), 30);
        health.heard(offer, record); // it is read before each call
        QCOMPARE(health.restSeconds(offer, start), 30);
        QCOMPARE(health.state(offer, start.addSecs(30)), Health::State::Ready);
        QVERIFY(health.claim(offer, start.addSecs(30)));
        record.failedLately = 4;
        health.heard(offer, record);
        QCOMPARE(health.state(offer, start.addSecs(30)), Health::State::Probed); // its outcome says more
        health.failed(offer, errorOf(ErrorKind::Upstream), start.addSecs(30));
        QCOMPARE(health.restSeconds(offer, start.addSecs(30)), 60);
        record.failedLately = 0; // somebody else had luck: our own call tells
        health.heard(offer, record);
        QCOMPARE(health.restSeconds(offer, start.addSecs(30)), 60);
        health.succeeded(offer);
        QCOMPARE(health.state(offer, start.addSecs(30)), Health::State::Closed);
    }
};

QTEST_GUILESS_MAIN(TestHealth)
#include "test_health.moc"
