// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/engine/faultrig.h"

#include <QTest>

#include <functional>

using namespace lightwell;
using namespace lightwell::test;
using namespace Qt::StringLiterals;
using Instead = VendorStandIn::Instead;
using Kind = FaultRig::Kind;

namespace {

/// What is certain after a fault.
enum class Outcome {
    Elsewhere, ///< nothing was begun, and the second vendor made the picture
    Refused, ///< nothing was begun, and nobody else was asked
    Unsure, ///< it may be billed: nobody else was asked, and the money stays reserved
    Made, ///< all the same, by the first vendor
};

struct Fault
{
    const char *name;
    std::function<void(FaultRig &)> make;
    Outcome outcome;
    ErrorKind kind; ///< of the attempt at the first vendor
    int calls = 1; ///< for work, that reach the first vendor
    FaultRig::Patience patience = FaultRig::Patience::Ample;
};

std::function<void(FaultRig &)> answered(const Reply &reply, Instead instead = Instead::OfWork)
{
    return [reply, instead](FaultRig &rig) { rig.first().script(rig.submission(), reply, 1, instead); };
}

/// An error in the words of both vendors.
Reply error(int status, const QString &words = u"no"_s)
{
    return Reply::json({{"error"_L1, QJsonObject {{"message"_L1, words}}}, {"detail"_L1, words}}, status);
}

/// `shouldRetry`: what the vendor says of it in x-should-retry; empty: nothing.
QList<Fault> faultsOfStatus(const QByteArray &shouldRetry)
{
    const auto elsewhere = Outcome::Elsewhere;
    const auto refused = Outcome::Refused;
    const auto unsure = Outcome::Unsure;
    // Gateways forbid the repetition of what may have been begun. A 503 is the one refusal that they may mean so; to
    // all others it adds nothing, and that something may be sent again is no word on what was begun.
    const auto overloaded = shouldRetry == "false" ? unsure : elsewhere;
    const auto row = [&shouldRetry](const char *name, Reply reply, Outcome outcome, ErrorKind kind) {
        return Fault {name, answered(shouldRetry.isEmpty() ? reply : reply.with("x-should-retry", shouldRetry)),
                      outcome, kind};
    };
    return {
        row("400", error(400), refused, ErrorKind::Invalid),
        row("401", error(401), elsewhere, ErrorKind::Auth),
        row("402", error(402), elsewhere, ErrorKind::Funds),
        row("403", error(403), elsewhere, ErrorKind::Auth),
        row("404", error(404), elsewhere, ErrorKind::NotFound),
        row("408", error(408), unsure, ErrorKind::Timeout),
        row("409", error(409), unsure, ErrorKind::Upstream),
        row("422", error(422), refused, ErrorKind::Invalid),
        row("429", error(429), elsewhere, ErrorKind::RateLimit),
        row("429 with Retry-After", error(429).with("Retry-After", "7"), elsewhere, ErrorKind::RateLimit),
        row("500", error(500), unsure, ErrorKind::Upstream),
        row("502", error(502), unsure, ErrorKind::Upstream),
        row("503", error(503), overloaded, ErrorKind::Overloaded),
        row("504", error(504), unsure, ErrorKind::Timeout),
        row("529", error(529), overloaded, ErrorKind::Overloaded),
    };
}

QList<Fault> faultsOfSubmission()
{
    const auto elsewhere = Outcome::Elsewhere;
    const auto unsure = Outcome::Unsure;
    return {
        {"connection refused", [](FaultRig &rig) { rig.first().server().close(); }, elsewhere, ErrorKind::Network, 0},
        {"TLS", [](FaultRig &rig) { rig.speakNoTls(); }, elsewhere, ErrorKind::Network, 0},
        {"reset after sending", answered(Reply::drop(), Instead::OfAnswer), unsure, ErrorKind::Network},
        {"slow headers", answered(Reply::never(), Instead::OfAnswer), unsure, ErrorKind::Timeout, 1,
         FaultRig::Patience::Short},
        {"truncated body", answered(Reply::json({{"id"_L1, u"a long one"_s}}).as(Reply::Behaviour::DropMidBody)),
         unsure, ErrorKind::Network},
        {"200 empty", answered(Reply::bytes({}, "application/json")), unsure, ErrorKind::Upstream},
        {"200 garbage", answered(Reply::bytes("<html>hello</html>", "text/html")), unsure, ErrorKind::Upstream},
    };
}

Outcome withSetting(Outcome outcome, bool failoverAfterUnknown)
{
    return outcome == Outcome::Unsure && failoverAfterUnknown ? Outcome::Elsewhere : outcome;
}

} // namespace

/// Each fault at a vendor that answers at once and at one with jobs, and what must happen: who is called how often, how
/// it ends, what it costs, what the books say.
class TestFaults : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void submission_data()
    {
        QTest::addColumn<Kind>("vendor");
        QTest::addColumn<Fault>("fault");
        QTest::addColumn<bool>("whenUnsure");
        const auto add = [](const QList<Fault> &faults, const QByteArray &told) {
            for (const Kind vendor : {Kind::Synchronous, Kind::Asynchronous}) {
                for (const Fault &fault : faults) {
                    for (const bool whenUnsure : {false, true}) {
                        QTest::addRow("%s, %s%s%s", vendor == Kind::Synchronous ? "at once" : "with jobs", fault.name,
                                      told.constData(), whenUnsure ? ", elsewhere when unsure" : "")
                            << vendor << fault << whenUnsure;
                    }
                }
            }
        };
        add(faultsOfSubmission(), {});
        for (const QByteArray &shouldRetry : {""_ba, "true"_ba, "false"_ba}) {
            add(faultsOfStatus(shouldRetry), shouldRetry.isEmpty() ? ""_ba : ", x-should-retry: " + shouldRetry);
        }
    }
    void submission()
    {
        QFETCH(const Kind, vendor);
        QFETCH(const Fault, fault);
        QFETCH(const bool, whenUnsure);
        FaultRig rig(vendor, whenUnsure, fault.patience);
        fault.make(rig);
        const Generation generation = rig.run();
        QVERIFY(!generation.attempts.isEmpty());
        const Attempt &first = generation.attempts.constFirst();
        QVERIFY(first.error);
        QCOMPARE(first.error->kind, fault.kind);
        QVERIFY(!first.error->why().isEmpty());
        QCOMPARE(FaultRig::orders(rig.first()), fault.calls);
        checkOutcome(rig, generation, withSetting(fault.outcome, whenUnsure), fault.outcome == Outcome::Unsure);
        if (fault.outcome == Outcome::Unsure) {
            QCOMPARE(first.status, GenerationStatus::Unknown);
            QCOMPARE(first.after.code, whenUnsure ? u"unsure_may_go_on"_s : u"unsure_must_stop"_s);
        } else {
            QCOMPARE(first.status, GenerationStatus::Failed);
            QCOMPARE(first.error->billing, Billing::NotBilled);
            QCOMPARE(first.after.code,
                     fault.outcome == Outcome::Refused ? u"others_would_not_help"_s : u"nothing_was_begun"_s);
        }
    }

    /// Whether the request was on its way is a matter of microseconds; what is told must be so in both cases.
    void resetAsTheConnectionStands_data()
    {
        QTest::addColumn<Kind>("vendor");
        QTest::newRow("at once") << Kind::Synchronous;
        QTest::newRow("with jobs") << Kind::Asynchronous;
    }
    void resetAsTheConnectionStands()
    {
        QFETCH(const Kind, vendor);
        FaultRig rig(vendor, false);
        rig.hangUpAtOnce();
        const Generation generation = rig.run();
        const bool isUnsure = generation.status == GenerationStatus::Unknown;
        checkOutcome(rig, generation, isUnsure ? Outcome::Unsure : Outcome::Elsewhere, isUnsure);
    }

    void retryAfterIsKept()
    {
        FaultRig rig(Kind::Synchronous, false);
        rig.first().script(rig.submission(), error(429).with("Retry-After", "7"));
        QCOMPARE(rig.run().attempts.constFirst().error->retryAfter, std::chrono::milliseconds(7000));
        const Generation next = rig.run(); // the offer rests: it is not asked before the other
        QCOMPARE(next.attempts.size(), 1);
        QCOMPARE(FaultRig::orders(rig.first()), 1);
        QCOMPARE(FaultRig::orders(rig.second()), 2);
    }

    void refusedContentStays_data()
    {
        QTest::addColumn<Kind>("vendor");
        QTest::addColumn<bool>("whenUnsure");
        for (const bool whenUnsure : {false, true}) {
            QTest::addRow("a success without a picture%s", whenUnsure ? ", elsewhere when unsure" : "")
                << Kind::Synchronous << whenUnsure;
            QTest::addRow("a job that was refused%s", whenUnsure ? ", elsewhere when unsure" : "")
                << Kind::Asynchronous << whenUnsure;
        }
    }
    void refusedContentStays()
    {
        QFETCH(const Kind, vendor);
        QFETCH(const bool, whenUnsure);
        FaultRig rig(vendor, whenUnsure);
        if (vendor == Kind::Asynchronous) {
            rig.first().failNext(true);
        } else {
            rig.first().script(rig.submission(), error(422, u"NSFW content was found in the picture"_s));
        }
        const Generation generation = rig.run();
        QCOMPARE(generation.error->kind, ErrorKind::ContentPolicy);
        QCOMPARE(FaultRig::orders(rig.first()), 1);
        QCOMPARE(FaultRig::orders(rig.second()), 0); // however unsure: nobody said that others are to be asked for this
        QCOMPARE(generation.attempts.constLast().after.code,
                 generation.error->billing == Billing::NotBilled || whenUnsure ? u"refusal_must_stop"_s
                                                                               : u"unsure_must_stop"_s);
    }

    /// With a job that is known, questions go on, and nothing is ever submitted again.
    void trouble_data()
    {
        QTest::addColumn<QString>("point");
        QTest::addColumn<Reply>("reply");
        for (const char *point : {"status", "download"}) {
            const auto row = [point](const char *name, const Reply &reply) {
                QTest::addRow("%s: %s", point, name) << QString::fromLatin1(point) << reply;
            };
            row("reset", Reply::drop());
            row("silence", Reply::never());
            row("truncated body", Reply::json({{"status"_L1, u"Ready"_s}}).as(Reply::Behaviour::DropMidBody));
            for (const int status : {400, 401, 402, 403, 404, 408, 409, 422, 429, 500, 502, 503, 504}) {
                row(qPrintable(QString::number(status)), error(status).with("Retry-After", "0"));
            }
            row("503, x-should-retry: false",
                error(503).with("Retry-After", "0").with("x-should-retry", "false")); // is about the question
            row("empty", Reply::bytes({}, "application/json"));
            row("garbage", Reply::bytes("<html>hello</html>", "text/html"));
        }
    }
    void trouble()
    {
        QFETCH(const QString, point);
        QFETCH(const Reply, reply);
        FaultRig rig(Kind::Asynchronous, false);
        rig.first().script(point, reply, 2);
        const Generation generation = rig.run();
        QCOMPARE(FaultRig::orders(rig.first()), 1);
        checkOutcome(rig, generation, Outcome::Made, false);
    }

    void troubleWithoutEnd_data()
    {
        QTest::addColumn<QString>("point");
        QTest::addColumn<Reply>("reply");
        QTest::addColumn<bool>("whenUnsure");
        for (const char *point : {"status", "download"}) {
            for (const bool whenUnsure : {false, true}) {
                const auto row = [=](const char *name, const Reply &reply) {
                    QTest::addRow("%s: %s%s", point, name, whenUnsure ? ", elsewhere when unsure" : "")
                        << QString::fromLatin1(point) << reply << whenUnsure;
                };
                row("reset", Reply::drop());
                for (const int status : {401, 403, 404, 500, 503}) {
                    row(qPrintable(QString::number(status)), error(status));
                }
                row("garbage", Reply::bytes("<html>hello</html>", "text/html"));
            }
        }
    }
    void troubleWithoutEnd()
    {
        QFETCH(const QString, point);
        QFETCH(const Reply, reply);
        QFETCH(const bool, whenUnsure);
        FaultRig rig(Kind::Asynchronous, whenUnsure, FaultRig::Patience::Short);
        rig.first().script(point, reply, 100'000);
        const Generation generation = rig.run();
        QCOMPARE(FaultRig::orders(rig.first()), 1);
        const Attempt &first = generation.attempts.constFirst();
        QVERIFY(first.error->billing != Billing::NotBilled); // it was accepted
        const bool isUnsure = first.error->billing == Billing::MayBeBilled;
        QCOMPARE(FaultRig::orders(rig.second()), isUnsure && whenUnsure ? 1 : 0);
        const Usage usage = rig.usage();
        QCOMPARE(usage.reserved, isUnsure ? rig.price(0) : Money::zero());
        QCOMPARE(usage.total, !isUnsure ? rig.price(0) : whenUnsure ? rig.price(1) : Money::zero());
    }

private:
    static void checkOutcome(FaultRig &rig, const Generation &generation, Outcome outcome, bool firstIsUnsure)
    {
        const bool isElsewhere = outcome == Outcome::Elsewhere;
        const Usage usage = rig.usage();
        QCOMPARE(FaultRig::orders(rig.second()), isElsewhere ? 1 : 0);
        QCOMPARE(generation.attempts.size(), isElsewhere ? 2 : 1);
        QCOMPARE(usage.reserved, firstIsUnsure ? rig.price(0) : Money::zero());
        switch (outcome) {
        case Outcome::Elsewhere:
            QCOMPARE(generation.status, GenerationStatus::Completed);
            QCOMPARE(generation.pictures.size(), 1);
            QCOMPARE(generation.attempts.constLast().why.code, u"next_offer"_s);
            QCOMPARE(generation.cost, firstIsUnsure ? Money::unknown() : rig.price(1));
            QCOMPARE(usage.total, rig.price(1));
            break;
        case Outcome::Refused:
            QCOMPARE(generation.status, GenerationStatus::Failed);
            QCOMPARE(generation.cost, Money::zero());
            QCOMPARE(usage.total, Money::zero());
            break;
        case Outcome::Unsure:
            QCOMPARE(generation.status, GenerationStatus::Unknown);
            QCOMPARE(generation.cost, Money::unknown());
            QCOMPARE(generation.error->billing, Billing::MayBeBilled);
            QCOMPARE(usage.total, Money::zero());
            break;
        case Outcome::Made:
            QCOMPARE(generation.status, GenerationStatus::Completed);
            QCOMPARE(generation.pictures.size(), 1);
            QCOMPARE(usage.total, rig.price(0));
            break;
        }
    }
};

QTEST_GUILESS_MAIN(TestFaults)
#include "test_faults.moc"
