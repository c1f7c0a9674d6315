// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/wording/explaintext.h"

#include "core/wording/explainwords.h"
#include "core/wording/namedvalues.h"
#include "core/wording/routewording.h"
#include "core/wording/wording.h"

#include <QCoreApplication>
#include <QDir>

using namespace Qt::StringLiterals;

namespace lightwell::wording {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Explain)
};

QString seconds(qint64 milliseconds)
{
    return u"+%1 s"_s.arg(double(milliseconds) / 1000, 0, 'f', 2);
}

/// Programs on this computer name its folders, and so the person, in what they answer.
QString withoutHome(QString answer)
{
    const QString home = QDir::homePath();
    return home == QDir::rootPath() ? answer : answer.replace(home, u"~"_s);
}

QStringList attemptLines(const Explanation &it, const Names &names)
{
    QStringList lines;
    for (const ExplainedAttempt &attempt : it.attempts) {
        lines.append(
            u"%1  %2. %3"_s.arg(seconds(attempt.afterMs), attemptTitle(attempt, names), attemptStory(attempt, names)));
        if (!attempt.attempt.providerModel.isEmpty()) {
            lines.append(Text::tr("Asked for: %1").arg(attempt.attempt.providerModel));
        }
        const QString answer = attempt.attempt.error ? vendorAnswer(*attempt.attempt.error) : QString();
        if (!answer.isEmpty()) {
            lines.append(Text::tr("Answer: %1").arg(withoutHome(answer)));
        }
    }
    if (const QString kept = keptStory(it.generation); !kept.isEmpty()) {
        lines.append(Text::tr("Kept: %1").arg(kept));
    }
    if (it.attempts.isEmpty() && it.generation.error) {
        lines.append(sentence(*it.generation.error, names));
    }
    return lines;
}

QStringList offerLines(const Explanation &it, const Names &names)
{
    QStringList lines;
    for (const ExplainedOffer &offer : it.offers) {
        const QString number = offer.fate == ExplainedOffer::Fate::LeftOut ? u"–"_s : QString::number(lines.size() + 1);
        const QString why = whyThere(offer.place, names).join(u' ');
        lines.append(u"%1  %2 (%3). %4"_s.arg(number, named(names.provider, offer.place.provider), fateWord(offer), why)
                         .trimmed());
    }
    return lines;
}

QStringList settingLines(const Explanation &it, const Names &names)
{
    QStringList lines;
    for (const ExplainedSetting &setting : it.settings) {
        QString line =
            u"%1: %2 → %3, %4"_s.arg(named(names.field, setting.planned.name), jsonText(setting.planned.asked),
                                     sentText(setting), treatmentWord(setting.planned));
        const QString why = sentence(setting.planned.reason, names);
        lines.append(why.isEmpty() ? line : line + u". "_s + why);
    }
    return lines;
}

QStringList priceLines(const Explanation &it, const Names &names)
{
    QStringList lines;
    const QList<EstimateLine> &estimated = it.price.estimate.lines;
    for (qsizetype at = 0; at < estimated.size(); ++at) {
        const EstimateLine &line = estimated.at(at);
        const QString quantity = priceAmount(line, names);
        lines.append(u"%1: %2"_s.arg(priceItem(estimated, at),
                                     quantity.isEmpty() ? amount(line.total, names)
                                                        : quantity + u" = "_s + amount(line.total, names)));
    }
    lines.append(Text::tr("Estimated %1, billed %2 (%3)")
                     .arg(amount(it.price.estimate.total, names),
                          it.isRunning() ? u"–"_s : amount(it.price.billed, names), priceOutcome(it.price, names)));
    lines.append(sentence(it.price.cause, names));
    return lines;
}

QStringList messageLines(const std::optional<SentMessage> &sent)
{
    if (!sent) {
        return {};
    }
    return QStringList {sent->method + u' ' + sent->address} + sent->headers
        + sent->body.split(u'\n', Qt::SkipEmptyParts);
}

QString messageTitle(bool wasSent, const QString &provider)
{
    return wasSent ? Text::tr("As it was sent to %1 (without the key)").arg(provider)
                   : Text::tr("As %1 would have got it").arg(provider);
}

/// What this computer's own disk or keychain said may name its folders.
void forgetPlaces(std::optional<Error> &error)
{
    if (error && (error->kind == ErrorKind::Storage || error->kind == ErrorKind::Secrets)) {
        error->reason = {};
        error->message.clear();
        error->detail.clear();
    }
}

} // namespace

QString explanationText(const Explanation &explanation, const Names &names)
{
    Explanation it = explanation;
    forgetPlaces(it.generation.error);
    for (ExplainedAttempt &attempt : it.attempts) {
        forgetPlaces(attempt.attempt.error);
    }
    const Generation &generation = it.generation;
    const QString model = named(names.model, generation.plan ? generation.plan->offer.model : generation.request.model);
    QStringList parts {Text::tr("%1, request %2, %3").arg(model, generation.id, statusName(generation.status))};
    if (!generation.request.prompt.isEmpty()) {
        parts.append(generation.request.prompt);
    }
    const auto add = [&parts](const QString &title, QStringList lines) {
        lines.removeAll(QString());
        if (!lines.isEmpty()) {
            parts.append(title + u'\n' + lines.join(u'\n'));
        }
    };
    add(Text::tr("What happened"), attemptLines(it, names));
    add(it.isOrderOfNow ? Text::tr("Offers, in the order of now") : Text::tr("Offers, in order"),
        offerLines(it, names));
    add(Text::tr("What was asked, what was sent"), settingLines(it, names));
    add(Text::tr("Price"), priceLines(it, names));
    for (const ExplainedAttempt &attempt : it.attempts) {
        add(messageTitle(attempt.wasSent, named(names.provider, attempt.attempt.provider)), messageLines(attempt.sent));
    }
    if (it.attempts.isEmpty() && generation.plan) {
        add(messageTitle(false, named(names.provider, generation.plan->offer.provider)), messageLines(it.sent));
    }
    return parts.join(u"\n\n"_s);
}

} // namespace lightwell::wording
