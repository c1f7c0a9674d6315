// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/engine/enginerig.h"

#include <QTest>

using namespace lightwell;
using namespace lightwell::test;
using namespace Qt::StringLiterals;

namespace {

const QString cheap = u"cheap"_s; // both serve the model that is asked for
const QString dear = u"dear"_s;
const QString standin = u"standin"_s; // serves the fallback
const QString last = u"last"_s; // serves the fallback behind it

Money priceAt(const QString &provider)
{
    const QHash<QString, qint64> micros {{cheap, 10'000}, {dear, 20'000}, {standin, 40'000}, {last, 80'000}};
    return Money::fromMicros(micros.value(provider));
}

QList<Offer> offers()
{
    QList<Offer> all;
    for (const auto &[model, provider] :
         {std::pair(u"toy"_s, cheap), {u"toy"_s, dear}, {u"other"_s, standin}, {u"third"_s, last}}) {
        all.append(toyOffer(model, provider, priceAt(provider).micros()));
    }
    return all;
}

/// How a vendor takes the work.
enum class Vendor {
    Works,
    Busy, ///< 503
    Refuses, ///< the content, for free
    Unsure, ///< takes the work and answers 500
};

void behave(ToyVendor &vendor, Vendor how)
{
    switch (how) {
    case Vendor::Works:
        break;
    case Vendor::Busy:
        vendor.submitScript = {Reply::json({}, 503)};
        break;
    case Vendor::Refuses:
        vendor.submitScript = {Reply::json({}, 400)};
        break;
    case Vendor::Unsure:
        vendor.afterAccepting = [] { return Reply::json({}, 500); };
        break;
    }
}

void setFallbacks(EngineRig &rig, bool afterRefusal, bool whenUnsure = false)
{
    EnginePolicy policy;
    policy.failoverAfterUnknown = whenUnsure;
    policy.routing.rules = {RoutingRule {
        .models = u"toy"_s, .fallbacks = QStringList {u"other"_s, u"third"_s}, .fallbackAfterRefusal = afterRefusal}};
    rig.engine->setPolicy(policy);
}

QStringList providersIn(const Generation &generation)
{
    QStringList providers;
    for (const Attempt &attempt : generation.attempts) {
        providers.append(attempt.provider);
    }
    return providers;
}

} // namespace

/// A chain of fallback models, carried out by the whole engine: who is asked, what it costs, what the books say.
class TestFallbacks : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void chain_data()
    {
        using Vendors = QHash<QString, Vendor>;
        QTest::addColumn<Vendors>("vendors"); ///< those that do not simply work
        QTest::addColumn<bool>("afterRefusal"); ///< the rules say so
        QTest::addColumn<bool>("whenUnsure"); ///< the setting says so
        QTest::addColumn<QStringList>("tried");
        QTest::addColumn<QStringList>("why"); ///< each was tried
        QTest::addColumn<QStringList>("after"); ///< what came after each that failed
        QTest::addColumn<GenerationStatus>("status");
        const auto done = GenerationStatus::Completed;
        const auto failed = GenerationStatus::Failed;
        const auto unknown = GenerationStatus::Unknown;
        const QString first = u"first_choice"_s;
        const QString next = u"next_offer"_s;
        const QString fallback = u"fallback_model"_s;
        const QString free = u"nothing_was_begun"_s;
        QTest::newRow("nothing is wrong")
            << Vendors() << true << false << QStringList {cheap} << QStringList {first} << QStringList() << done;
        QTest::newRow("refused: another model, and no other offer of the same")
            << Vendors {{cheap, Vendor::Refuses}} << true << false << QStringList {cheap, standin}
            << QStringList {first, fallback} << QStringList {u"refusal_may_go_on"_s} << done;
        QTest::newRow("refused by one model after the other")
            << Vendors {{cheap, Vendor::Refuses}, {standin, Vendor::Refuses}} << true << false
            << QStringList {cheap, standin, last} << QStringList {first, fallback, fallback}
            << QStringList {u"refusal_may_go_on"_s, u"refusal_may_go_on"_s} << done;
        QTest::newRow("refused: not by itself")
            << Vendors {{cheap, Vendor::Refuses}} << false << true << QStringList {cheap} << QStringList {first}
            << QStringList {u"refusal_must_stop"_s} << failed;
        QTest::newRow("busy: the same model's other offer first")
            << Vendors {{cheap, Vendor::Busy}} << true << false << QStringList {cheap, dear}
            << QStringList {first, next} << QStringList {free} << done;
        QTest::newRow("all of the model busy")
            << Vendors {{cheap, Vendor::Busy}, {dear, Vendor::Busy}} << false << false
            << QStringList {cheap, dear, standin} << QStringList {first, next, fallback} << QStringList {free, free}
            << done;
        QTest::newRow("everybody busy") << Vendors {{cheap, Vendor::Busy},
                                                    {dear, Vendor::Busy},
                                                    {standin, Vendor::Busy},
                                                    {last, Vendor::Busy}}
                                        << true << false << QStringList {cheap, dear, standin, last}
                                        << QStringList {first, next, fallback, fallback}
                                        << QStringList {free, free, free, u"nobody_is_left"_s} << failed;
        QTest::newRow("unsure: no other model")
            << Vendors {{cheap, Vendor::Unsure}} << true << false << QStringList {cheap} << QStringList {first}
            << QStringList {u"unsure_must_stop"_s} << unknown;
        QTest::newRow("unsure at the second offer")
            << Vendors {{cheap, Vendor::Busy}, {dear, Vendor::Unsure}} << true << false << QStringList {cheap, dear}
            << QStringList {first, next} << QStringList {free, u"unsure_must_stop"_s} << unknown;
        QTest::newRow("unsure at the fallback")
            << Vendors {{cheap, Vendor::Refuses}, {standin, Vendor::Unsure}} << true << false
            << QStringList {cheap, standin} << QStringList {first, fallback}
            << QStringList {u"refusal_may_go_on"_s, u"unsure_must_stop"_s} << unknown;
        QTest::newRow("unsure, and the setting lets it go on")
            << Vendors {{cheap, Vendor::Unsure}, {dear, Vendor::Busy}} << true << true
            << QStringList {cheap, dear, standin} << QStringList {first, next, fallback}
            << QStringList {u"unsure_may_go_on"_s, free} << done;
    }
    void chain()
    {
        using Vendors = QHash<QString, Vendor>;
        QFETCH(const Vendors, vendors);
        QFETCH(const bool, afterRefusal);
        QFETCH(const bool, whenUnsure);
        QFETCH(const QStringList, tried);
        QFETCH(const QStringList, after);
        EngineRig rig(offers());
        setFallbacks(rig, afterRefusal, whenUnsure);
        for (const auto &[provider, how] : vendors.asKeyValueRange()) {
            behave(rig.vendor(provider), how);
        }
        const Generation generation = rig.run();
        QTEST(generation.status, "status");
        QCOMPARE(providersIn(generation), tried);
        QStringList why;
        Money paid = Money::zero();
        Money unsure = Money::zero();
        for (qsizetype number = 0; number < generation.attempts.size(); ++number) {
            const Attempt &attempt = generation.attempts.at(number);
            why.append(attempt.why.code);
            QCOMPARE(attempt.after.code, after.value(number));
            const Vendor how = vendors.value(attempt.provider, Vendor::Works);
            (how == Vendor::Unsure ? unsure : paid) +=
                how == Vendor::Works || how == Vendor::Unsure ? priceAt(attempt.provider) : Money::zero();
        }
        QTEST(why, "why");
        for (const QString &provider : {cheap, dear, standin, last}) {
            const bool wasTried = tried.contains(provider);
            const Vendor how = vendors.value(provider, Vendor::Works);
            QCOMPARE(rig.vendor(provider).server().count() > 0, wasTried);
            QCOMPARE(rig.vendor(provider).billed, wasTried && (how == Vendor::Works || how == Vendor::Unsure) ? 1 : 0);
        }
        const Usage usage = rig.usage();
        QCOMPARE(usage.total, paid);
        QCOMPARE(usage.reserved, unsure);
        if (generation.status == GenerationStatus::Completed) {
            QCOMPARE(generation.pictures.size(), 1);
            QCOMPARE(generation.plan->offer.provider, tried.last());
        }
        const Generation kept = await(rig.journal->find(generation.id)).value();
        QCOMPARE(kept.attempts, generation.attempts);
    }

    void whoNamesAProviderOrIsStrictGetsNoOther_data()
    {
        QTest::addColumn<QString>("model");
        QTest::addColumn<bool>("strict");
        QTest::addColumn<QStringList>("tried");
        QTest::newRow("named") << u"cheap/toy"_s << false << QStringList {cheap};
        QTest::newRow("strict") << u"toy"_s << true << QStringList {cheap, dear};
    }
    void whoNamesAProviderOrIsStrictGetsNoOther()
    {
        QFETCH(const QString, model);
        QFETCH(const bool, strict);
        EngineRig rig(offers());
        setFallbacks(rig, true);
        behave(rig.vendor(cheap), Vendor::Busy);
        behave(rig.vendor(dear), Vendor::Busy);
        Request request = EngineRig::request();
        request.model = model;
        request.strict = strict;
        const Generation generation = rig.run(request);
        QCOMPARE(generation.status, GenerationStatus::Failed);
        QCOMPARE(generation.error->billing, Billing::NotBilled);
        QTEST(providersIn(generation), "tried");
        QCOMPARE(generation.attempts.last().after.code, u"nobody_is_left"_s);
        QCOMPARE(rig.vendor(standin).server().count() + rig.vendor(last).server().count(), 0);
    }
};

QTEST_MAIN(TestFallbacks)
#include "test_fallbacks.moc"
