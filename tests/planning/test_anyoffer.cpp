// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Whatever offer passes the catalog's check can be planned with: in time, without a number that means nothing.
#include "core/catalog/catalogcheck.h"
#include "core/model/plausiblecost.h"
#include "core/planning/planner.h"

#include <QRandomGenerator>
#include <QTest>

#include <limits>

using namespace Qt::StringLiterals;
using namespace lightwell;

namespace {

/// Offers at the ends of what can be said, the same ones in every run.
class OfferMaker
{
public:
    explicit OfferMaker(quint32 seed)
        : m_random(seed)
    {
    }

    Offer next()
    {
        Offer offer;
        offer.model = u"any"_s;
        offer.provider = u"somebody"_s;
        offer.providerModel = u"any"_s;
        offer.modes = {u"text-to-image"_s};
        offer.formats = {ImageFormat::Png};
        offer.sizes = sizes();
        offer.autoSize = m_random.bounded(2) == 0;
        offer.maxPerCall = oneOf<int>({1, 3, 100, 0, std::numeric_limits<int>::max()});
        offer.maxSeed = oneOf<qint64>({0, 100, 1, 9, std::numeric_limits<qint64>::max(), -1});
        offer.maxPromptLength = oneOf<int>({0, 1, 1000, -1});
        for (const QString &field :
             {u"prompt"_s, u"size"_s, u"aspect_ratio"_s, u"resolution"_s, u"n"_s, u"seed"_s, u"quality"_s}) {
            if (m_random.bounded(4) > 0) {
                offer.fields.insert(field, field);
            }
        }
        for (int lines = m_random.bounded(4); lines > 0; --lines) {
            offer.prices.append(price());
        }
        return offer;
    }

    Request request()
    {
        Request request;
        request.prompt = u"an owl"_s;
        request.n = oneOf<int>({1, 4, 10});
        request.seed = oneOf<qint64>({0, 7, (qint64(1) << 53) - 1});
        request.fit = oneOf<Fit>({Fit::Closest, Fit::Crop, Fit::Contain, Fit::Stretch});
        switch (m_random.bounded(4)) {
        case 0:
            request.size.pixels = QSize(oneOf<int>({1, 512, 1000, 16'384}), oneOf<int>({1, 700, 4096}));
            break;
        case 1:
            request.size.ratio = AspectRatio {m_random.bounded(1, 30), m_random.bounded(1, 30)};
            break;
        case 2:
            request.size.tier = oneOf<ResolutionTier>({ResolutionTier::HalfK, ResolutionTier::FourK});
            break;
        default:
            break;
        }
        return request;
    }

private:
    template<typename T>
    T oneOf(const QList<T> &values)
    {
        return values.at(m_random.bounded(static_cast<int>(values.size())));
    }
    int side() { return oneOf<int>({1, 16, 512, 1024, 4096, 65'536, 65'537, 0, -1, std::numeric_limits<int>::max()}); }
    double amount() { return oneOf<double>({0, 1e-300, 1e-6, 0.04, 9'999, 1e9, 1e300, -1, qInf(), qQNaN()}); }

    SizeRule sizes()
    {
        switch (m_random.bounded(5)) {
        case 0:
            return SizeUncontrolled();
        case 1:
            return SizeList {{QSize(side(), side()), QSize(side(), side())}};
        case 3: {
            const auto ratio = [this] {
                return AspectRatio {oneOf<int>({1, 4, 1000, 99'999, 0}), oneOf<int>({1, 9, 1000, 0, -1})};
            };
            SizeAnyRatio rule {ratio(), ratio(), {}, 1 << 20, ratio()};
            rule.tiers = oneOf<QList<ResolutionTier>>({{}, {ResolutionTier::FourK}, {ResolutionTier::OneK}});
            rule.pixelBudget = oneOf<qint64>({1, 1 << 20, 65'536LL * 65'536, std::numeric_limits<qint64>::max(), 0});
            return rule;
        }
        case 2: {
            SizeRatios rule;
            rule.ratios = {{oneOf<int>({1, 16, 1000, 99'999, 0}), oneOf<int>({1, 9, 1000, -1})}, {1, 1}};
            rule.tiers = oneOf<QList<ResolutionTier>>({{}, {ResolutionTier::FourK}, {ResolutionTier::OneK}});
            rule.pixelBudget = oneOf<qint64>({1, 1 << 20, 65'536LL * 65'536, std::numeric_limits<qint64>::max(), 0});
            return rule;
        }
        default: {
            SizeRange rule;
            rule.minSide = oneOf<int>({0, 1, 64, 65'536, -1});
            rule.maxSide = oneOf<int>({0, 1, 2048, 65'536, std::numeric_limits<int>::max()});
            rule.multipleOf = oneOf<int>({1, 8, 64, 4096, 0, std::numeric_limits<int>::max()});
            rule.minPixels = oneOf<qint64>({0, 1, 1 << 20, std::numeric_limits<qint64>::max()});
            rule.maxPixels = oneOf<qint64>({0, 1, 1 << 22, std::numeric_limits<qint64>::max()});
            rule.minRatio = oneOf<double>({0, 0.5, 1e-300, 1000, qQNaN()});
            rule.maxRatio = oneOf<double>({0, 2, 1e-300, 1000, qInf()});
            rule.preferred = QSize(side(), side());
            return rule;
        }
        }
    }

    PriceLine price()
    {
        PriceLine line;
        line.item = oneOf<PriceLine::Item>({PriceLine::Item::OutputImage, PriceLine::Item::InputText});
        line.unit = oneOf<PriceLine::Unit>({PriceLine::Unit::Image, PriceLine::Unit::Megapixel, PriceLine::Unit::Token,
                                            PriceLine::Unit::Second, PriceLine::Unit::Run});
        line.usd = amount();
        line.per = oneOf<qint64>({1, 1'000'000, 0, std::numeric_limits<qint64>::max()});
        line.firstUsd = oneOf<double>({-1, 0, 0.07, 1e300, qQNaN()});
        line.megapixelPixels = oneOf<double>({1e6, 1000, 0, 1e-300, qQNaN()});
        line.typicalQuantity = amount();
        line.maxQuantity = amount();
        return line;
    }

    QRandomGenerator m_random;
};

} // namespace

class TestAnyOffer : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatPassesCanBePlanned()
    {
        OfferMaker maker(20'261'128);
        int passed = 0;
        int plans = 0;
        for (int i = 0; i < 60'000; ++i) {
            const Offer offer = maker.next();
            Model model;
            model.slug = u"any"_s;
            model.offers = {offer};
            if (findFault(model.offers.first())) {
                continue;
            }
            ++passed;
            for (int j = 0; j < 3; ++j) {
                const Request request = maker.request();
                const Result<Plan> plan = makePlan(request, offer);
                if (!plan) {
                    continue;
                }
                ++plans;
                int pictures = 0;
                for (const PlannedCall &call : plan->calls) {
                    QVERIFY(call.n >= 1);
                    QVERIFY(!call.seed || *call.seed >= 0);
                    QVERIFY(!call.seed || offer.maxSeed == 0 || *call.seed <= offer.maxSeed);
                    pictures += call.n;
                }
                QCOMPARE(pictures, request.n);
                const QSize size = plan->size.expected;
                QVERIFY(!size.isValid() || (size.width() >= 1 && size.height() >= 1));
                QVERIFY(static_cast<qint64>(size.width()) * size.height() <= 65'536LL * 65'536 * 2);
                const Money total = plan->estimate.total;
                QVERIFY(!total.isKnown()
                        || (total.micros() >= 0 && total.micros() <= (maxPerCall * request.n).micros()));
            }
        }
        QVERIFY2(passed > 300, qPrintable(QString::number(passed)));
        QVERIFY2(plans > 500, qPrintable(QString::number(plans)));
    }
};

QTEST_GUILESS_MAIN(TestAnyOffer)
#include "test_anyoffer.moc"
