// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/shownsums.h"

#include "app/cli/terminal.h"
#include "core/storage/settings.h"

#include <QCoreApplication>

namespace lightwell {

using namespace Qt::StringLiterals;

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(lightwell::CommandLine)
};

} // namespace

std::optional<ShownCurrency> shownCurrency(const Settings &settings)
{
    return ShownCurrency::from(settings.toString(Setting::Currency), settings.toString(Setting::CurrencyRate),
                               settings.toString(Setting::CurrencyRateDate));
}

void printShownSum(const std::optional<ShownCurrency> &currency, Money sum, Terminal &terminal)
{
    if (!currency || !sum.isKnown()) {
        return;
    }
    const QString rate = QString::number(currency->perDollar);
    terminal.print(currency->asOf.isValid()
                       ? Text::tr("About %1, at %2 %3 a dollar (%4).")
                             .arg(currency->text(sum), rate, currency->code, currency->asOf.toString(Qt::ISODate))
                       : Text::tr("About %1, at %2 %3 a dollar.").arg(currency->text(sum), rate, currency->code));
}

void addShownSum(QJsonObject &report, const std::optional<ShownCurrency> &currency, Money sum)
{
    if (currency && sum.isKnown()) {
        report.insert("shown"_L1,
                      QJsonObject {{"currency"_L1, currency->code},
                                   {"rate"_L1, currency->perDollar},
                                   {"as_of"_L1, currency->asOf.toString(Qt::ISODate)},
                                   {"text"_L1, currency->text(sum)}});
    }
}

} // namespace lightwell
