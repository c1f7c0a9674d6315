// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/journal/journal.h"
#include "core/storage/store.h"
#include "tests/journal/journalsample.h"

#include <QTest>

using namespace lightwell;
using namespace lightwell::test;
using namespace Qt::StringLiterals;

namespace {

/// A generation with one attempt that ended so.
Generation ended(int number, GenerationStatus status, int milliseconds, std::optional<ErrorKind> kind = {})
{
    Generation generation = sampleGeneration(u"gen_%1"_s.arg(number));
    generation.request.images.clear();
    generation.request.mask.reset();
    generation.status = status;
    generation.endedAt = generation.createdAt.addMSecs(milliseconds);
    Attempt attempt;
    attempt.provider = generation.plan->offer.provider;
    attempt.providerModel = generation.plan->offer.providerModel;
    attempt.status = status;
    attempt.startedAt = generation.createdAt;
    attempt.endedAt = generation.endedAt;
    if (kind) {
        attempt.error = notSent(*kind, u"It ended so."_s);
    }
    generation.attempts = {attempt};
    return generation;
}

} // namespace

/// How the calls to each offer ended.
class TestOfferRecords : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init()
    {
        m_store = Store::open(u":memory:"_s).value();
        m_journal = std::make_unique<Journal>(*m_store);
    }
    void cleanup()
    {
        m_journal.reset();
        m_store.reset();
    }

    void nothingWasMade() { QVERIFY(records().isEmpty()); }

    void timesAndEndsAreCounted()
    {
        int number = 0;
        for (const int milliseconds : {9000, 1000, 4000}) {
            write(ended(++number, GenerationStatus::Completed, milliseconds));
        }
        write(ended(++number, GenerationStatus::Failed, 50, ErrorKind::Overloaded));
        write(ended(++number, GenerationStatus::Unknown, 60'000, ErrorKind::Timeout));
        const QList<OfferRecord> found = records();
        QCOMPARE(found.size(), 1);
        QCOMPARE(found.first(),
                 (OfferRecord {.provider = u"fal"_s,
                               .providerModel = u"fal-ai/flux-2-pro"_s,
                               .made = 3,
                               .failed = 2,
                               .medianMs = 4000,
                               .p95Ms = 9000,
                               .lastError = notSent(ErrorKind::Timeout, u"It ended so."_s),
                               .lastErrorAt = found.first().lastErrorAt,
                               .failedLately = 2}));
        QCOMPARE(found.first().lastErrorAt, sampleGeneration(u"gen_5"_s).createdAt.addMSecs(60'000).toUTC());
    }

    /// Nothing of that says anything about the vendor.
    void othersFaultsAreNone_data()
    {
        QTest::addColumn<ErrorKind>("kind");
        for (const ErrorKind kind : {ErrorKind::NoKey, ErrorKind::Auth, ErrorKind::Funds, ErrorKind::Budget,
                                     ErrorKind::Invalid, ErrorKind::ContentPolicy, ErrorKind::Storage}) {
            QTest::newRow(qPrintable(errorKindName(kind))) << kind;
        }
    }
    void othersFaultsAreNone()
    {
        QFETCH(ErrorKind, kind);
        write(ended(1, GenerationStatus::Completed, 1000));
        write(ended(2, GenerationStatus::Failed, 50, kind));
        QCOMPARE(records().value(0).failed, 0);
    }

    void cancelledAndRunningOnesAreLeftOut()
    {
        write(ended(1, GenerationStatus::Cancelled, 1000));
        write(ended(2, GenerationStatus::Running, 1000));
        QVERIFY(records().isEmpty());
    }

    void eachOfferHasItsOwn()
    {
        write(ended(1, GenerationStatus::Completed, 1000));
        Generation other = ended(2, GenerationStatus::Completed, 7000);
        other.attempts.first().provider = u"replicate"_s;
        other.attempts.first().providerModel = u"black-forest-labs/flux-2-pro"_s;
        write(other);
        QCOMPARE(records().size(), 2);
    }

    void onlyTheLastFiftyCount()
    {
        for (int number = 1; number <= 50; ++number) {
            write(ended(number, GenerationStatus::Failed, 50, ErrorKind::Upstream));
        }
        for (int number = 51; number <= 100; ++number) {
            write(ended(number, GenerationStatus::Completed, 2000));
        }
        const OfferRecord record = records().value(0);
        QCOMPARE(record.made, 50);
        QCOMPARE(record.failed, 0);
        QCOMPARE(record.medianMs, 2000);
    }

    /// What routing asks: of these offers alone, with bills where no price is known.
    void evidenceIsThatOfTheOffersInQuestion()
    {
        int number = 0;
        for (const int milliseconds : {9000, 1000, 4000}) {
            write(ended(++number, GenerationStatus::Completed, milliseconds));
        }
        for (int refused = 0; refused < 60; ++refused) { // say nothing of the vendor, and hide nothing
            write(ended(++number, GenerationStatus::Failed, 5, ErrorKind::ContentPolicy));
        }
        const Plan plan = *sampleGeneration(u"gen_1"_s).plan;
        Plan elsewhere = plan;
        elsewhere.offer.provider = u"nobody"_s;
        elsewhere.estimate.total = Money::unknown();
        const Result<RoutingEvidence> found = m_journal->evidence({plan, elsewhere}, NeededEvidence::Records).result();
        QVERIFY(found.ok());
        QCOMPARE(found->turn, number);
        QCOMPARE(found->records.value(plan.offer.id()).medianMs, 4000);
        QCOMPARE(found->records.value(plan.offer.id()).calls(), 3);
        QCOMPARE(found->records.value(elsewhere.offer.id()).calls(), 0);
        QVERIFY(!found->bills.contains(plan.offer.id()));
        QVERIFY(!found->bills.value(elsewhere.offer.id()).isKnown());
    }

    /// How it went lately, as far as it says something of the offer.
    void figuresAreOfTheLastDay()
    {
        const QDateTime now = sampleGeneration(u"gen_1"_s).createdAt;
        int number = 0;
        const auto tried = [&](qint64 secondsAgo, GenerationStatus status, std::optional<ErrorKind> kind = {}) {
            Generation generation = ended(++number, status, 0, kind);
            generation.createdAt = now.addSecs(-secondsAgo - 2);
            Attempt &attempt = generation.attempts.first();
            attempt.startedAt = generation.createdAt;
            attempt.endedAt = generation.endedAt = now.addSecs(-secondsAgo);
            return generation;
        };
        constexpr qint64 hour = 3600;
        write(tried(3 * 24 * hour, GenerationStatus::Failed, ErrorKind::Upstream));
        write(tried(25 * hour, GenerationStatus::Failed, ErrorKind::Upstream));
        write(tried(20 * hour, GenerationStatus::Failed, ErrorKind::Upstream));
        write(tried(10, GenerationStatus::Failed, ErrorKind::RateLimit));
        write(tried(9, GenerationStatus::Failed, ErrorKind::ContentPolicy));
        write(tried(8, GenerationStatus::Cancelled));
        Generation words = tried(7, GenerationStatus::Completed);
        words.attempts.first().usage = {QJsonObject {{u"prompt_tokens"_s, 5}, {u"completion_tokens"_s, 30}}};
        words.attempts.first().about.firstMs = 400;
        write(words);
        Generation uncounted = tried(6, GenerationStatus::Completed);
        uncounted.attempts.first().usage = {
            QJsonObject {{u"prompt_tokens"_s, 5}, {u"completion_tokens"_s, 3000}, {u"estimated"_s, true}}};
        write(uncounted);
        const OfferKey key {u"fal"_s, u"fal-ai/flux-2-pro"_s};
        const OfferKey elsewhere {u"replicate"_s, key.second};
        const Result<FiguresByOffer> found = m_journal->offerFigures({key, elsewhere}, now).result();
        QVERIFY(found.ok());
        QCOMPARE(found->size(), 1);
        const OfferFigures figures = found->value(key);
        QCOMPARE(figures.uptime5m, std::optional(100.0));
        QCOMPARE(figures.uptime30m, std::optional(100.0));
        QCOMPARE(figures.uptime1d, std::optional(200.0 / 3));
        QCOMPARE(figures.wholeMs, std::optional(Percentiles {2000, 2000, 2000, 2000}));
        QCOMPARE(figures.firstMs, std::optional(Percentiles {400, 400, 400, 400}));
        QCOMPARE(figures.tokensPerSecond, std::optional(Percentiles {15, 15, 15, 15}));
        QVERIFY(m_journal->offerFigures({key}, now.addDays(-10)).result()->isEmpty());
    }

private:
    void write(const Generation &generation) { QVERIFY(m_journal->write(generation).result().ok()); }
    QList<OfferRecord> records()
    {
        const Result<QList<OfferRecord>> found = m_journal->offerRecords().result();
        return found ? *found : QList<OfferRecord> {{}};
    }
    std::unique_ptr<Store> m_store;
    std::unique_ptr<Journal> m_journal;
};

QTEST_GUILESS_MAIN(TestOfferRecords)
#include "test_offerrecords.moc"
