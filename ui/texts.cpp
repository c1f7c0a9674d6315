// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/texts.h"

#include "ui/widgets/plaintext.h"

#include <QCoreApplication>
#include <QLocale>

#include <cmath>

namespace lightwell::texts {

using namespace Qt::StringLiterals;

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Texts)
};

/// As exact as a person needs it: $12.39, $0.42, $0.134, $0.0021. The exact sum is in the records.
QString dollars(Money money)
{
    const qint64 micros = std::abs(money.micros());
    const qint64 step = micros >= 1'000'000 ? 10'000 : micros >= 10'000 ? 1'000 : micros >= 1'000 ? 100 : 1;
    const qint64 rounded = (micros + step / 2) / step * step;
    return Money::fromMicros(money.micros() < 0 ? -rounded : rounded).toString();
}

struct Sum
{
    Money known = Money::zero();
    bool unknown = false;
};

Sum added(const QList<Money> &parts)
{
    Sum sum;
    for (const Money part : parts) {
        if (part.isKnown()) {
            sum.known += part;
        } else {
            sum.unknown = true;
        }
    }
    return sum;
}

} // namespace

QString price(Money money)
{
    return !money.isKnown() ? Text::tr("price unknown") : money == Money::zero() ? Text::tr("free") : dollars(money);
}

QString spent(Money money)
{
    return !money.isKnown() ? Text::tr("cost unknown") : money == Money::zero() ? Text::tr("free") : dollars(money);
}

QString sum(const QList<Money> &parts)
{
    const auto [known, unknown] = added(parts);
    if (known == Money::zero()) {
        return unknown ? Text::tr("price unknown") : Text::tr("free");
    }
    return unknown ? Text::tr("≈ %1 + unknown").arg(dollars(known)) : Text::tr("≈ %1").arg(dollars(known));
}

QString spentSum(const QList<Money> &parts)
{
    const auto [known, unknown] = added(parts);
    if (known == Money::zero()) {
        return unknown ? Text::tr("cost unknown") : Text::tr("free");
    }
    return unknown ? Text::tr("%1 + unknown").arg(dollars(known)) : dollars(known);
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

QString withoutMnemonic(QString text)
{
    return text.remove(u'&');
}

} // namespace lightwell::texts
