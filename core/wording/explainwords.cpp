// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/wording/explainwords.h"

#include "core/engine/attemptreasons.h"
#include "core/routing/routereasons.h"
#include "core/wording/namedvalues.h"
#include "core/wording/wording.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QLocale>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace lightwell::wording {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Explain)
};

bool isWithoutKey(const RoutePlace &place)
{
    return std::any_of(place.why.cbegin(), place.why.cend(),
                       [](const Reason &why) { return why.code == QLatin1StringView(reasons::routeWithoutKey.code); });
}

QString billText(const ExplainedAttempt &it, const Names &names)
{
    const Money cost = it.attempt.cost;
    if (!it.tookMs) {
        return {};
    }
    switch (it.billing) {
    case Billing::NotBilled:
        return Text::tr("Not billed.");
    case Billing::MayBeBilled:
        return Text::tr("It may be billed.");
    case Billing::Billed:
        break;
    }
    return !cost.isKnown()      ? Text::tr("Nobody knows what it cost.")
        : cost == Money::zero() ? Text::tr("It was free.")
                                : Text::tr("Billed %1.").arg(amount(cost, names));
}

/// The first and the next in the order stand where they stand; a stand-in and another key need a word.
QString whyMade(const Reason &why, const Names &names)
{
    const bool isPlain = why.code == QLatin1StringView(reasons::firstChoice.code)
        || why.code == QLatin1StringView(reasons::nextOffer.code);
    return isPlain ? QString() : sentence(why, names);
}

QString pauseText(const Error &error)
{
    if (!error.retryAfter || error.retryAfter->count() <= 0) {
        return {};
    }
    const qint64 seconds = std::chrono::ceil<std::chrono::seconds>(*error.retryAfter).count();
    return Text::tr("It asks for a pause of %1 s.").arg(seconds);
}

QString unitText(PriceLine::Unit unit, double quantity)
{
    const QString number = QLocale().toString(quantity, 'g', 6);
    switch (unit) {
    case PriceLine::Unit::Megapixel:
        return Text::tr("%1 MP").arg(number);
    case PriceLine::Unit::Token:
        return Text::tr("%1 tokens").arg(QLocale().toString(qRound64(quantity)));
    case PriceLine::Unit::Second:
        return Text::tr("%1 s").arg(number);
    case PriceLine::Unit::Step:
        return Text::tr("%1 steps").arg(number);
    default:
        return number;
    }
}

/// Of one unit; tokens cost too little each.
QString unitPrice(const EstimateLine &line, const Names &names)
{
    constexpr double million = 1'000'000;
    if (line.unit == PriceLine::Unit::Token) {
        return Text::tr("%1 a million").arg(amount(Money::fromDollars(line.unitUsd * million), names));
    }
    return amount(Money::fromDollars(line.unitUsd), names);
}

} // namespace

QString treatmentWord(const PlannedParameter &parameter)
{
    switch (parameter.treatment) {
    case Treatment::Passed:
        return parameter.missed ? Text::tr("sent unread") : Text::tr("passed");
    case Treatment::Renamed:
        return Text::tr("renamed");
    case Treatment::Converted:
        return parameter.missed ? Text::tr("changed") : Text::tr("converted");
    case Treatment::Emulated:
        return Text::tr("emulated");
    case Treatment::Dropped:
        return Text::tr("left out");
    }
    Q_UNREACHABLE();
}

QString whatWasWrong(ErrorKind kind)
{
    switch (kind) {
    case ErrorKind::Invalid:
    case ErrorKind::Unsupported:
        return Text::tr("request refused");
    case ErrorKind::NotFound:
        return Text::tr("not found");
    case ErrorKind::NoKey:
        return Text::tr("no key");
    case ErrorKind::Auth:
        return Text::tr("key refused");
    case ErrorKind::Funds:
        return Text::tr("account empty");
    case ErrorKind::RateLimit:
        return Text::tr("too many calls");
    case ErrorKind::ContentPolicy:
        return Text::tr("prompt refused");
    case ErrorKind::Overloaded:
        return Text::tr("busy");
    case ErrorKind::Timeout:
        return Text::tr("no answer in time");
    case ErrorKind::Network:
        return Text::tr("connection lost");
    case ErrorKind::Budget:
        return Text::tr("over a limit of yours");
    case ErrorKind::Secrets:
        return Text::tr("key locked");
    case ErrorKind::Storage:
        return Text::tr("disk refused");
    case ErrorKind::Cancelled:
        return Text::tr("cancelled");
    case ErrorKind::Unknown:
    case ErrorKind::Upstream:
    case ErrorKind::Internal:
        break;
    }
    return Text::tr("failed");
}

QString fateWord(const ExplainedOffer &offer)
{
    switch (offer.fate) {
    case ExplainedOffer::Fate::Used:
        return Text::tr("used");
    case ExplainedOffer::Fate::Failed:
        return whatWasWrong(offer.error ? offer.error->kind : ErrorKind::Unknown);
    case ExplainedOffer::Fate::Running:
        return Text::tr("asked now");
    case ExplainedOffer::Fate::PassedOver:
        return isWithoutKey(offer.place) ? Text::tr("no key") : Text::tr("passed over");
    case ExplainedOffer::Fate::NotNeeded:
        return isWithoutKey(offer.place) ? Text::tr("no key") : Text::tr("not asked");
    case ExplainedOffer::Fate::LeftOut:
        return Text::tr("left out");
    }
    Q_UNREACHABLE();
}

QString attemptTitle(const ExplainedAttempt &it, const Names &names)
{
    const QString provider = named(names.provider, it.attempt.provider);
    const auto told = [&provider](const QString &what) { return Text::tr("%1: %2").arg(provider, what); };
    if (it.attempt.error) {
        return told(whatWasWrong(it.attempt.error->kind));
    }
    return told(!it.tookMs                                             ? Text::tr("asked now")
                    : it.attempt.status == GenerationStatus::Completed ? Text::tr("picture made")
                                                                       : Text::tr("failed"));
}

QString attemptStory(const ExplainedAttempt &it, const Names &names)
{
    QStringList told {whyMade(it.attempt.why, names)};
    if (it.attempt.error) {
        const Error &error = *it.attempt.error;
        told.append(sentence(error, names));
        told.append(saysBilling(error) ? QString() : billText(it, names));
        told.append(pauseText(error));
    } else {
        told.append(it.tookMs && it.attempt.status == GenerationStatus::Completed
                        ? Text::tr("%1 s.").arg(double(*it.tookMs) / 1000, 0, 'f', 1)
                        : QString());
        told.append(billText(it, names));
    }
    if (!it.attempt.key.isEmpty()) {
        told.append(Text::tr("With the key “%1”.").arg(it.attempt.key)); // its name, which the person gave it
    }
    told.append(sentence(it.attempt.after, names));
    told.removeAll(QString());
    return told.join(u' ');
}

QString keptStory(const Generation &generation)
{
    if (generation.pictures.isEmpty()) {
        return {};
    }
    const Picture &picture = generation.pictures.constFirst();
    QStringList facts;
    if (picture.size.isValid()) {
        facts.append(u"%1 × %2"_s.arg(picture.size.width()).arg(picture.size.height()));
    }
    facts.append(formatLabel(picture.format));
    if (picture.bytes > 0) {
        facts.append(QLocale().formattedDataSize(picture.bytes, 0, QLocale::DataSizeSIFormat));
    }
    QString story = generation.pictures.size() > 1
        ? Text::tr("%1 pictures. The first: %2.").arg(generation.pictures.size()).arg(facts.join(u", "_s))
        : facts.join(u", "_s) + u'.';
    if (generation.plan && generation.plan->output.upstreamFormat != picture.format) {
        story += u' ' + Text::tr("Converted from %1.").arg(formatLabel(generation.plan->output.upstreamFormat));
    }
    return picture.path.isEmpty() ? story + u' ' + Text::tr("It lies in no file.") : story;
}

QString priceItem(const QList<EstimateLine> &lines, qsizetype at)
{
    const EstimateLine &line = lines.at(at);
    const auto isOfTheSame = [&lines, &line](qsizetype other) {
        return other >= 0 && other < lines.size() && lines.at(other).item == line.item
            && lines.at(other).unit == line.unit;
    };
    if (line.unit == PriceLine::Unit::Megapixel && isOfTheSame(at + 1)) {
        return Text::tr("First megapixel");
    }
    if (line.unit == PriceLine::Unit::Megapixel && isOfTheSame(at - 1)) {
        return Text::tr("Further megapixels");
    }
    switch (line.item) {
    case PriceLine::Item::OutputImage:
        return line.unit == PriceLine::Unit::Megapixel ? Text::tr("Megapixels")
            : line.unit == PriceLine::Unit::Second     ? Text::tr("Seconds of work")
            : line.unit == PriceLine::Unit::Step       ? Text::tr("Steps")
            : line.unit == PriceLine::Unit::Run        ? Text::tr("Runs")
                                                       : Text::tr("Pictures");
    case PriceLine::Item::InputImage:
        return Text::tr("Pictures that go in");
    case PriceLine::Item::InputText:
        return Text::tr("Words that go in");
    case PriceLine::Item::OutputText:
        return Text::tr("Words that come out");
    }
    Q_UNREACHABLE();
}

QString priceAmount(const EstimateLine &line, const Names &names)
{
    return line.billableQuantity > 0
        ? Text::tr("%1 × %2").arg(unitText(line.unit, line.billableQuantity), unitPrice(line, names))
        : QString();
}

QString priceOutcome(const ExplainedPrice &price, const Names &names)
{
    switch (price.outcome) {
    case ExplainedPrice::Outcome::Open:
        return Text::tr("under way");
    case ExplainedPrice::Outcome::AsEstimated:
        return Text::tr("as estimated");
    case ExplainedPrice::Outcome::Differs:
        return price.difference.micros() > 0 ? Text::tr("%1 more").arg(amount(price.difference, names))
                                             : Text::tr("%1 less").arg(amount(Money::zero() - price.difference, names));
    case ExplainedPrice::Outcome::Unestimated:
        return Text::tr("not known before");
    case ExplainedPrice::Outcome::Unknown:
        return Text::tr("may be billed");
    case ExplainedPrice::Outcome::NotBilled:
        return Text::tr("not billed");
    }
    Q_UNREACHABLE();
}

QString jsonText(const QJsonValue &value)
{
    if (value.isString()) {
        return value.toString();
    }
    if (value.isUndefined() || value.isNull()) {
        return {};
    }
    const QByteArray list = QJsonDocument(QJsonArray {value}).toJson(QJsonDocument::Compact);
    return QString::fromUtf8(list.mid(1, list.size() - 2));
}

QString sentText(const ExplainedSetting &setting)
{
    const PlannedParameter &planned = setting.planned;
    const QJsonValue value = setting.sent.isUndefined() ? planned.sent : setting.sent;
    if (setting.field.isEmpty() || value.isUndefined()) {
        return u"–"_s;
    }
    constexpr qsizetype shortEnough = 24; // to stand there twice
    const QString text = jsonText(value);
    const bool isSame = planned.asked == value && text.size() > shortEnough;
    return setting.field + u": "_s + (isSame ? Text::tr("the same") : text);
}

QString treatmentCounts(const Explanation &explanation)
{
    QStringList parts;
    const auto add = [&parts](int count, const QString &word) {
        if (count > 0) {
            parts.append(u"%1 %2"_s.arg(count).arg(word));
        }
    };
    const int passed = explanation.count(Treatment::Passed);
    const int renamed = explanation.count(Treatment::Renamed);
    add(passed + renamed, renamed == 0 ? Text::tr("passed") : Text::tr("passed or renamed"));
    add(explanation.count(Treatment::Converted), Text::tr("converted"));
    add(explanation.count(Treatment::Emulated), Text::tr("emulated"));
    add(explanation.count(Treatment::Dropped), Text::tr("left out"));
    return parts.join(u", "_s);
}

} // namespace lightwell::wording
