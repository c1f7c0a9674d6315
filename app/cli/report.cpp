// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/report.h"

#include "core/journal/journal.h"
#include "core/wording/routewording.h"
#include "core/wording/wording.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QLocale>

#include <algorithm>
#include <cmath>

namespace lightwell {

using namespace Qt::StringLiterals;

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(lightwell::CommandLine)
};

QString stageText(Progress::Stage stage)
{
    switch (stage) {
    case Progress::Stage::Queued:
        return Text::tr("queued");
    case Progress::Stage::Sending:
        return Text::tr("sending");
    case Progress::Stage::Waiting:
        return Text::tr("painting");
    case Progress::Stage::Downloading:
        return Text::tr("fetching");
    case Progress::Stage::Converting:
        return Text::tr("converting");
    }
    Q_UNREACHABLE();
}

} // namespace

QString providerText(const AdapterRegistry &adapters, const QString &id)
{
    const Adapter *adapter = adapters.find(id);
    return adapter ? u"%1 (%2)"_s.arg(adapter->info().name, id) : id;
}

QString sizeText(QSize size)
{
    return size.isValid() ? u"%1×%2"_s.arg(size.width()).arg(size.height()) : u"–"_s;
}

QString askedSizeText(const Request &request)
{
    return request.size.isEmpty() ? u"–"_s : request.size.toString().replace(u'x', u'×');
}

QString durationText(const Generation &generation)
{
    if (!generation.endedAt.isValid()) {
        return u"–"_s;
    }
    const double seconds = static_cast<double>(generation.createdAt.msecsTo(generation.endedAt)) / 1000.0;
    return u"%1 s"_s.arg(seconds, 0, 'f', 1);
}

QString moneyText(Money amount)
{
    if (!amount.isKnown()) {
        return Text::tr("unknown");
    }
    constexpr qint64 dollar = 1'000'000;
    const qint64 micros = std::abs(amount.micros());
    if (micros >= dollar || micros == 0) {
        return micros == 0 ? Text::tr("free") : sumText(amount);
    }
    constexpr qint64 tenthOfACent = dollar / 1000;
    if (micros < tenthOfACent) {
        return Text::tr("below %1").arg(u"$0.001"_s);
    }
    return QString((amount.micros() < 0 ? u"-$%1"_s : u"$%1"_s).arg(double(micros) / dollar, 0, 'f', 3));
}

QString priceText(const Estimate &estimate)
{
    const QString price = moneyText(estimate.total);
    return estimate.atMost && estimate.total.isKnown() ? Text::tr("at most %1").arg(price) : price;
}

QString sumText(Money amount)
{
    if (!amount.isKnown()) {
        return Text::tr("unknown");
    }
    constexpr double dollar = 1'000'000;
    const double dollars = double(amount.micros()) / dollar;
    return QString((dollars < 0 ? u"-$%1"_s : u"$%1"_s).arg(std::abs(dollars), 0, 'f', 2));
}

QString costText(const Generation &generation)
{
    const bool isInVain = generation.pictures.isEmpty()
        && (generation.status == GenerationStatus::Failed || generation.status == GenerationStatus::Cancelled);
    return isInVain && generation.cost == Money::zero() ? Text::tr("not billed") : moneyText(generation.cost);
}

QString askedProviderText(const AdapterRegistry &adapters, const Generation &generation)
{
    return generation.attempts.isEmpty() ? u"–"_s : providerText(adapters, generation.attempts.last().provider);
}

QString progressText(const Progress &progress)
{
    QString text = progress.provider.isEmpty() ? stageText(progress.stage)
                                               : QString(progress.provider + u": "_s + stageText(progress.stage));
    if (progress.queuePosition) {
        text += Text::tr(", place %1 in the queue").arg(*progress.queuePosition);
    }
    if (progress.fraction) {
        text += u", %1 %"_s.arg(qRound(*progress.fraction * 100));
    }
    return text;
}

bool hasDoubtedCost(const Generation &generation)
{
    return std::any_of(generation.attempts.begin(), generation.attempts.end(),
                       [](const Attempt &attempt) { return attempt.doubtedCost.isKnown(); });
}

bool isBillQuestioned(const Generation &generation)
{
    return std::any_of(generation.attempts.begin(), generation.attempts.end(),
                       [](const Attempt &attempt) { return attempt.isBillQuestioned(); });
}

bool isDone(const Generation &generation)
{
    return generation.status == GenerationStatus::Completed
        && (!generation.error
            || (generation.error->kind == ErrorKind::Storage
                && generation.error->code != QLatin1StringView(bookingOwedCode))
            || generation.error->kind == ErrorKind::Budget // it was carried out all the same
            || generation.error->code == QLatin1StringView(costDoubtedCode)
            || generation.error->code == QLatin1StringView(costQuestionedCode)
            || generation.error->code == QLatin1StringView(pictureFlaggedCode));
}

QJsonObject generationReport(const Generation &generation, const QStringList &files)
{
    QJsonObject report {
        {"id"_L1, generation.id},
        {"status"_L1, statusName(generation.status)},
        {"model"_L1, generation.plan ? generation.plan->offer.model : generation.request.model},
        {"provider"_L1, generation.attempts.isEmpty() ? QJsonValue() : QJsonValue(generation.attempts.last().provider)},
        {"estimated_cost"_L1, generation.estimate.toJsonDollars()},
        {"cost"_L1, generation.cost.toJsonDollars()},
        {"cost_currency"_L1, u"USD"_s},
        {"project"_L1, generation.origin.project},
        {"requested_size"_L1, generation.request.size.toString()}};
    if (generation.endedAt.isValid()) {
        report.insert("seconds"_L1, static_cast<double>(generation.createdAt.msecsTo(generation.endedAt)) / 1000.0);
    }
    QJsonArray pictures;
    for (qsizetype index = 0; index < generation.pictures.size(); ++index) {
        QJsonObject picture = generation.pictures.at(index).toJson();
        if (index < files.size()) {
            picture.insert("path"_L1, files.at(index));
        }
        pictures.append(picture);
    }
    report.insert("pictures"_L1, pictures);
    QJsonArray changes;
    if (generation.plan) {
        for (const PlannedParameter &parameter : generation.plan->parameters) {
            if (parameter.treatment != Treatment::Passed || parameter.missed) {
                changes.append(wording::toldJson(parameter));
            }
        }
    }
    report.insert("changes"_L1, changes);
    QJsonArray notices;
    for (const Reason &notice : generation.notices) {
        notices.append(wording::sentence(notice));
    }
    report.insert("notices"_L1, notices);
    QJsonArray attempts;
    for (const Attempt &attempt : generation.attempts) {
        QJsonObject entry = wording::toldJson(attempt);
        entry.insert("cost"_L1, attempt.cost.toJsonDollars()); // dollars, as everywhere in this report
        if (attempt.doubtedCost.isKnown()) {
            entry.insert("doubted_cost"_L1, attempt.doubtedCost.toJsonDollars());
        }
        QJsonArray corrections;
        for (const CostCorrection &correction : attempt.corrections) {
            QJsonObject row = correction.toJson();
            row.insert("from"_L1, correction.from.toJsonDollars());
            row.insert("to"_L1, correction.to.toJsonDollars());
            corrections.append(row);
        }
        if (!corrections.isEmpty()) {
            entry.insert("corrections"_L1, corrections);
        }
        attempts.append(entry);
    }
    report.insert("attempts"_L1, attempts);
    if (!generation.route.isEmpty()) {
        report.insert("route"_L1, wording::routeJson(generation.route));
    }
    if (generation.error) {
        report.insert("error"_L1, wording::toldJson(*generation.error));
    }
    return report;
}

} // namespace lightwell
