// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/planning/nearest.h"

#include <QRandomGenerator>
#include <QTest>

#include <algorithm>
#include <cmath>

using namespace lightwell;

/// The nearest size of a range, found without looking at all of them.
class TestSearchRange : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void findsWhatAFullSearchFinds();
    void looksAtFew_data();
    void looksAtFew();
    void sizesOutOfReach_data();
    void sizesOutOfReach();
};

namespace {

constexpr double tiny = 1e-9;

double pixelsOf(QSize size)
{
    return static_cast<double>(size.width()) * size.height();
}

int roundedTo(double value, int multiple, bool up)
{
    const double steps = value / multiple;
    const double whole = up ? std::ceil(steps - tiny) : std::floor(steps + tiny);
    return static_cast<int>(std::clamp(whole * multiple, 1.0, 1e6));
}

bool covers(QSize size, const SizeWish &wish)
{
    return !wish.cover || (size.width() >= wish.cover->width() && size.height() >= wish.cover->height());
}

bool isBetter(QSize candidate, QSize best, const SizeWish &wish)
{
    const auto score = [&wish](QSize size) {
        const double ratio = static_cast<double>(size.width()) / size.height();
        return wish.weightOfRatio * std::abs(std::log(ratio / wish.ratio))
            + std::abs(std::log(pixelsOf(size) / wish.pixels));
    };
    if (covers(candidate, wish) != covers(best, wish)) {
        return covers(candidate, wish);
    }
    const double difference = score(candidate) - score(best);
    return std::abs(difference) > tiny ? difference < 0 : pixelsOf(candidate) > pixelsOf(best);
}

/// Looks at every side there is.
RangeFind fullSearch(const SizeRange &rule, const SizeWish &wish)
{
    constexpr int unlimitedSide = 16'384;
    const int largest = rule.maxSide > 0 ? rule.maxSide : unlimitedSide;
    const double smallest = std::max(1, rule.minSide);
    double low = smallest / largest;
    double high = largest / smallest;
    if (rule.minRatio > 0) {
        low = std::max(low, rule.minRatio);
    }
    if (rule.maxRatio > 0) {
        high = std::min(high, rule.maxRatio);
    }
    const double ratio = std::clamp(wish.ratio, low, std::max(low, high));
    RangeFind found;
    const auto consider = [&](QSize candidate) {
        ++found.looked;
        if (rule.allows(candidate) && (!found.size || isBetter(candidate, *found.size, wish))) {
            found.size = candidate;
        }
    };
    for (int side = roundedTo(smallest, rule.multipleOf, true); side <= largest; side += rule.multipleOf) {
        for (const bool up : {false, true}) {
            consider({side, roundedTo(side / ratio, rule.multipleOf, up)});
            consider({roundedTo(side * ratio, rule.multipleOf, up), side});
        }
    }
    return found;
}

/// Rules and wishes of every sort, sensible and not, the same ones in every run.
class Maker
{
public:
    SizeRange rule()
    {
        SizeRange rule;
        rule.multipleOf = oneOf<int>({1, 2, 3, 8, 16, 64});
        rule.minSide = often() ? m_random.bounded(1, 40) * oneOf<int>({1, rule.multipleOf}) : 0;
        rule.maxSide = std::max(1, rule.minSide) + m_random.bounded(60) * rule.multipleOf;
        const double most = static_cast<double>(rule.maxSide) * rule.maxSide;
        if (often()) {
            rule.minPixels = static_cast<qint64>(most * m_random.bounded(0.5));
        }
        if (often()) {
            rule.maxPixels = rule.minPixels + static_cast<qint64>(most * m_random.bounded(0.8));
        }
        if (often()) {
            rule.maxRatio = oneOf<double>({1, 2, 3, 16.0 / 9, 2.39});
        }
        if (often()) {
            rule.minRatio = oneOf<double>({1, 0.5, 1 / 3.0, 9 / 16.0, 1.5});
        }
        return rule;
    }

    SizeWish wish(const SizeRange &rule)
    {
        SizeWish wish;
        const QSize asked(m_random.bounded(1, 2 * rule.maxSide + 2), m_random.bounded(1, 2 * rule.maxSide + 2));
        wish.ratio = often() ? static_cast<double>(asked.width()) / asked.height()
                             : oneOf<double>({1, 16.0 / 9, 9.0 / 16, 1.5, 4.0 / 3, 21.0 / 9, 50});
        wish.pixels = pixelsOf(asked);
        wish.weightOfRatio = often() ? 10 : 100;
        if (often()) {
            wish.cover = asked;
            wish.ratio = static_cast<double>(asked.width()) / asked.height();
            wish.weightOfRatio = 10;
        }
        return wish;
    }

private:
    template<typename T>
    T oneOf(const QList<T> &values)
    {
        return values.at(m_random.bounded(static_cast<int>(values.size())));
    }
    bool often() { return m_random.bounded(2) == 0; }
    QRandomGenerator m_random {20'261'130};
};

QString textOf(const std::optional<QSize> &size)
{
    return size ? sizeToString(*size) : QStringLiteral("nothing");
}

/// What the catalog's largest rule is like.
SizeRange large()
{
    return {256, 3840, 16, 655'360, 8'294'400, 1 / 3.0, 3};
}

} // namespace

void TestSearchRange::findsWhatAFullSearchFinds()
{
    constexpr int cases = 4000;
    Maker maker;
    int found = 0;
    int looked = 0;
    int lookedInFull = 0;
    for (int i = 0; i < cases; ++i) {
        const SizeRange rule = maker.rule();
        const SizeWish wish = maker.wish(rule);
        const RangeFind fast = searchRange(rule, wish);
        const RangeFind full = fullSearch(rule, wish);
        const QString asked = QStringLiteral("case %1: ratio %2, pixels %3, covering %4; %5 instead of %6")
                                  .arg(i)
                                  .arg(wish.ratio)
                                  .arg(wish.pixels)
                                  .arg(textOf(wish.cover), textOf(fast.size), textOf(full.size));
        QVERIFY2(fast.size == full.size, qPrintable(asked));
        QCOMPARE(nearestInRange(rule, wish), full.size);
        found += full.size ? 1 : 0;
        looked += fast.looked;
        lookedInFull += full.looked;
    }
    QVERIFY(found > cases / 4);
    QVERIFY2(looked < lookedInFull, qPrintable(QStringLiteral("%1 of %2").arg(looked).arg(lookedInFull)));
}

void TestSearchRange::looksAtFew_data()
{
    QTest::addColumn<SizeRange>("rule");
    QTest::addColumn<double>("ratio");
    QTest::addColumn<QSize>("cover");
    SizeRange any;
    any.multipleOf = 1;
    const SizeRange coarse {128, 2048, 64};
    for (const auto &[name, ratio] : {std::pair("square", 1.0), std::pair("16:9", 16.0 / 9),
                                      std::pair("of a photo", 4032.0 / 3025), std::pair("wide", 7.0)}) {
        QTest::addRow("no bounds, %s", name) << any << ratio << QSize();
        QTest::addRow("many bounds, %s", name) << large() << ratio << QSize();
        QTest::addRow("coarse, %s", name) << coarse << ratio << QSize();
    }
    QTest::newRow("to be covered") << large() << 1000.0 / 701 << QSize(1000, 701);
    QTest::newRow("not to be covered") << large() << 5000.0 / 4001 << QSize(5000, 4001);
}

/// Some hundred at most, whatever the rule: there are up to 65,536 in one without bounds.
void TestSearchRange::looksAtFew()
{
    QFETCH(SizeRange, rule);
    QFETCH(double, ratio);
    QFETCH(QSize, cover);
    SizeWish wish;
    wish.ratio = ratio;
    wish.weightOfRatio = 100;
    if (cover.isValid()) {
        wish.cover = cover;
        wish.pixels = pixelsOf(cover);
        wish.weightOfRatio = 10;
    }
    const RangeFind found = searchRange(rule, wish);
    QVERIFY(found.size.has_value());
    QCOMPARE(textOf(found.size), textOf(fullSearch(rule, wish).size));
    QVERIFY2(found.looked <= 300, qPrintable(QString::number(found.looked)));
}

void TestSearchRange::sizesOutOfReach_data()
{
    QTest::addColumn<SizeRange>("rule");
    QTest::newRow("sides the wrong way round") << SizeRange {2000, 1000, 1};
    QTest::newRow("no multiple between them") << SizeRange {1030, 1080, 512};
    QTest::newRow("pixels the wrong way round") << SizeRange {64, 2048, 1, 2'000'000, 1'000'000};
    QTest::newRow("shapes the wrong way round") << SizeRange {64, 512, 1, 0, 0, 3, 0.3};
    QTest::newRow("more pixels than sides") << SizeRange {64, 512, 1, 1'000'000};
}

void TestSearchRange::sizesOutOfReach()
{
    QFETCH(SizeRange, rule);
    QVERIFY(!searchRange(rule, {}).size);
    SizeWish covering;
    covering.cover = QSize(1024, 1024);
    QVERIFY(!searchRange(rule, covering).size);
}

QTEST_GUILESS_MAIN(TestSearchRange)
#include "test_searchrange.moc"
