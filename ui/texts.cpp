// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/texts.h"

#include "ui/widgets/plaintext.h"

#include <QCoreApplication>
#include <QLocale>
#include <QMap>

#include <cmath>

namespace lightwell::texts {

using namespace Qt::StringLiterals;

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Texts)
};

/// Half up to `decimals`, always that many. What would round to nothing says so.
QString dollars(Money money, int decimals)
{
    const qint64 step = decimals == 3 ? 1'000 : 10'000;
    const qint64 micros = std::abs(money.micros());
    const qint64 rounded = (micros + step / 2) / step * step;
    if (rounded == 0 && micros > 0) {
        return Text::tr("under %1").arg(dollars(Money::fromMicros(step), decimals));
    }
    const QString sign = money.micros() < 0 ? u"-"_s : QString();
    const QString digits = QString::number(rounded / step).rightJustified(decimals + 1, u'0');
    return sign + u'$' + digits.chopped(decimals) + u'.' + digits.right(decimals);
}

struct Sum
{
    Money known = Money::zero();
    int free = 0;
    int unknown = 0;
};

Sum added(const QList<Money> &parts)
{
    Sum sum;
    for (const Money part : parts) {
        if (part.isKnown()) {
            sum.known += part;
            sum.free += part == Money::zero() ? 1 : 0;
        } else {
            ++sum.unknown;
        }
    }
    return sum;
}

} // namespace

QString one(Money money)
{
    constexpr qint64 roundsToADollar = 999'500; // micro-dollars
    return !money.isKnown() ? Text::tr("unknown") : dollars(money, std::abs(money.micros()) < roundsToADollar ? 3 : 2);
}

QString total(Money money)
{
    return money.isKnown() ? dollars(money, 2) : Text::tr("unknown");
}

QString price(Money money)
{
    return !money.isKnown() ? Text::tr("price unknown") : money == Money::zero() ? Text::tr("free") : one(money);
}

QString price(Money money, bool atMost)
{
    const bool isBound = atMost && money.isKnown() && money != Money::zero();
    return isBound ? Text::tr("at most %1").arg(price(money)) : price(money);
}

QString spent(Money money)
{
    return !money.isKnown() ? Text::tr("cost unknown") : money == Money::zero() ? Text::tr("free") : one(money);
}

QString sum(const QList<Money> &pictures)
{
    const auto [known, free, unknown] = added(pictures);
    if (known == Money::zero()) {
        return unknown == 0 ? Text::tr("free")
            : free > 0      ? Text::tr("%1 free + %2 unknown").arg(free).arg(unknown)
                            : Text::tr("price unknown");
    }
    const QString dollars = pictures.size() == 1 ? one(known) : total(known);
    return unknown > 0 ? Text::tr("≈ %1 + %2 unknown").arg(dollars).arg(unknown) : Text::tr("≈ %1").arg(dollars);
}

QString sumAtMost(const QList<Money> &pictures)
{
    const auto [known, free, unknown] = added(pictures);
    if (known == Money::zero()) {
        return sum(pictures);
    }
    const QString most = Text::tr("at most %1").arg(pictures.size() == 1 ? one(known) : total(known));
    return unknown > 0 ? Text::tr("%1 + %2 unknown").arg(most).arg(unknown) : most;
}

QString parts(const QList<Money> &pictures)
{
    QMap<qint64, int> counts; // by micro-dollars
    int priced = 0;
    for (const Money picture : pictures) {
        if (picture.isKnown() && picture != Money::zero()) {
            ++counts[picture.micros()];
            ++priced;
        }
    }
    const auto [known, free, unknown] = added(pictures);
    QStringList all;
    if (free > 0) {
        all.append(Text::tr("%1 free").arg(free));
    }
    constexpr qsizetype maxPrices = 3;
    if (counts.size() > maxPrices) {
        all.append(Text::tr("%1 from %2 to %3")
                       .arg(priced)
                       .arg(one(Money::fromMicros(counts.firstKey())), one(Money::fromMicros(counts.lastKey()))));
    } else {
        for (auto count = counts.cbegin(); count != counts.cend(); ++count) {
            const QString price = one(Money::fromMicros(count.key()));
            all.append(*count == 1 ? price : Text::tr("%1 at %2").arg(*count).arg(price));
        }
    }
    if (unknown > 0 && !all.isEmpty()) {
        all.append(Text::tr("%1 unknown").arg(unknown));
    }
    return priced == 0 || pictures.size() == 1 ? QString() : all.join(" + "_L1);
}

QString spentSum(const QList<Money> &pictures)
{
    const auto [known, free, unknown] = added(pictures);
    if (known == Money::zero()) {
        return unknown == 0 ? Text::tr("free")
            : free > 0      ? Text::tr("%1 free + %2 unknown").arg(free).arg(unknown)
                            : Text::tr("cost unknown");
    }
    const QString dollars = pictures.size() == 1 ? one(known) : total(known);
    return unknown > 0 ? Text::tr("%1 + %2 unknown").arg(dollars).arg(unknown) : dollars;
}

QString duration(qint64 milliseconds, int decimals)
{
    const QLocale locale;
    const qint64 seconds = milliseconds / 1000;
    if (seconds < 60) {
        return Text::tr("%1 s").arg(locale.toString(static_cast<double>(milliseconds) / 1000, 'f', decimals));
    }
    return Text::tr("%1 min %2 s").arg(seconds / 60).arg(seconds % 60);
}

QString tip(const QString &text)
{
    return tipText(text);
}

QString size(QSize size)
{
    return u"%1 × %2"_s.arg(size.width()).arg(size.height());
}

QString size(const SizeRequest &request)
{
    if (request.pixels) {
        return size(*request.pixels);
    }
    const QString ratio = request.ratio ? u"%1 : %2"_s.arg(request.ratio->width).arg(request.ratio->height) : QString();
    const QString tier = request.tier ? tierName(*request.tier) : QString();
    if (ratio.isEmpty() && tier.isEmpty()) {
        return Text::tr("automatic");
    }
    return ratio.isEmpty() ? tier : tier.isEmpty() ? ratio : QString(ratio + u' ' + tier);
}

QString shape(AspectRatio ratio)
{
    return u"%1:%2"_s.arg(ratio.width).arg(ratio.height);
}

QString shape(QSize made)
{
    static constexpr AspectRatio usual[] = {{1, 1},  {5, 4}, {4, 3},  {3, 2}, {16, 10}, {16, 9}, {2, 1},
                                            {21, 9}, {3, 1}, {4, 1},  {4, 5}, {3, 4},   {2, 3},  {10, 16},
                                            {9, 16}, {1, 2}, {9, 21}, {1, 3}, {1, 4}};
    constexpr double same = 0.015; // vendors round to multiples of 8 or 16
    if (made.isEmpty()) {
        return {};
    }
    const double ratio = static_cast<double>(made.width()) / made.height();
    for (const AspectRatio candidate : usual) {
        if (std::abs(std::log(ratio / candidate.value())) < same) {
            return shape(candidate);
        }
    }
    return size(made);
}

QString withoutMnemonic(QString text)
{
    return text.remove(u'&');
}

} // namespace lightwell::texts
