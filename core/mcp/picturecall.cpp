// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/mcp/picturecall.h"

#include "core/async/whendone.h"
#include "core/engine/engine.h"
#include "core/mcp/inputs.h"
#include "core/secrets/plankeys.h"
#include "core/storage/mediastore.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QRandomGenerator>
#include <QtConcurrentRun>

namespace lightwell::mcp {

using namespace Qt::StringLiterals;

namespace {

constexpr auto questionKey = "price"_L1;

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Mcp)
};

Error beyondLimit()
{
    Error error =
        notSent(ErrorKind::Budget,
                Text::tr("Where the first provider fails, the user's own rules go on with one that costs more "
                         "than was agreed. Nothing was made: raise max_cost_usd, or name the provider."),
                u"max_cost_usd"_s);
    error.code = u"PRICE_ABOVE_LIMIT"_s;
    return error;
}

bool isYes(const QJsonObject &answer)
{
    return answer.value("action"_L1) == QJsonValue(u"accept"_s);
}

/// A form without fields: to send it is to agree.
QJsonObject questionOf(const Plan &plan, Revision revision)
{
    QJsonObject params {
        {u"message"_s, priceQuestion(plan)},
        {u"requestedSchema"_s, QJsonObject {{u"type"_s, u"object"_s}, {u"properties"_s, QJsonObject()}}}};
    if (revision >= Revision::Of20251125) {
        params.insert(u"mode"_s, u"form"_s);
    }
    return params;
}

QByteArray newNumber()
{
    QByteArray number(16, Qt::Uninitialized);
    QRandomGenerator::system()->generate(number.begin(), number.end());
    return number.toHex();
}

} // namespace

PictureCall::PictureCall(const Message &message, const Terms &terms, const Asker &asker, Surroundings &surroundings,
                         QObject *parent)
    : WatchCall(message, terms, asker, surroundings, parent)
{
    m_questionTime.setSingleShot(true);
    connect(&m_questionTime, &QTimer::timeout, this, [this] { goUnanswered(unanswered()); });
}

QString PictureCall::tool() const
{
    return message().params.value("name"_L1).toString();
}

void PictureCall::begin()
{
    const Result<PictureWish> wish = readPictureWish(tool(), arguments(), message());
    if (!wish || (wish->images.isEmpty() && !wish->mask)) {
        return take(wish);
    }
    const auto reading = QtConcurrent::run([wish = *wish, asker = asker(), &media = surroundings().media,
                                            text = message().text] { return withPictures(wish, asker, media); });
    whenDone(reading, this, [this](const Result<PictureWish> &read) { take(read); });
}

void PictureCall::take(const Result<PictureWish> &wish)
{
    if (isOver()) {
        return;
    }
    if (!wish) {
        return finish(toolError(wish.error()));
    }
    m_wish = *wish;
    const bool isPaid = tool() != "estimate_cost"_L1;
    if (isPaid && isRepetition()) {
        return;
    }
    const QJsonObject answer = message().params.value("inputResponses"_L1).toObject().value(questionKey).toObject();
    if (isPaid && isStateless(terms().revision) && !answer.isEmpty()) {
        const std::optional<PendingConsent> pending =
            openConsent(message().params.value("requestState"_L1).toString(), surroundings().secret,
                        QDateTime::currentDateTimeUtc());
        const bool isOurs =
            pending && pending->client == asker().origin.client && pending->fingerprint == m_wish.fingerprint;
        if (isOurs && !isYes(answer)) {
            return finish(toolError(declined()));
        }
        m_agreed = isOurs ? pending : std::nullopt; // else it is asked once more
    }
    plan();
}

/// The same call, sent once more because its answer was lost: nothing new is begun.
bool PictureCall::isRepetition()
{
    const QString job = surroundings().jobs.leftAlone(origin());
    if (job.isEmpty()) {
        return false;
    }
    surroundings().jobs.fetch(job);
    watch(job, m_wish.wait, m_wish.request.model, {});
    return true;
}

void PictureCall::plan()
{
    if (asker().faultInModel) {
        // Before a price is told, or anybody is asked whether it may be paid.
        if (const std::optional<Error> fault = asker().faultInModel(m_wish.request.model)) {
            return finish(toolError(*fault));
        }
    }
    const auto onRoute = [this](const Result<Route> &route, const QList<KeyState> &keys) {
        if (!isOver()) {
            route ? planned(*route, keysForPlans(*route, keys)) : finish(toolError(route.error()));
        }
    };
    surroundings().engine.plan(m_wish.request, this, onRoute, asker().wishes);
}

Consent PictureCall::consent() const
{
    Consent consent {m_wish.maxCost, m_wish.allowsUnknownPrice, terms().mayAsk, {}};
    if (m_agreed) {
        consent.agreed = m_agreed->price;
    }
    return consent;
}

void PictureCall::planned(const Route &route, const QJsonObject &keys)
{
    if (tool() == "estimate_cost"_L1) {
        return finish(toolResult(estimateReport(route, keys), {}, false, terms().revision));
    }
    const PriceVerdict verdict = checkPrice(route, keys, consent());
    const Plan first = usablePlans(route, keys).constFirst();
    switch (verdict.kind) {
    case PriceVerdict::Kind::Refuse:
        return finish(toolError(verdict.why));
    case PriceVerdict::Kind::Ask:
        return ask(first, verdict);
    case PriceVerdict::Kind::Narrow:
        if (std::exchange(m_isNarrowed, true)) {
            return finish(toolError(beyondLimit()));
        }
        m_wish.request.model = verdict.only;
        return plan();
    case PriceVerdict::Kind::Go:
        return order(verdict.isUnknownAgreed, first.estimate.total);
    }
}

void PictureCall::ask(const Plan &plan, const PriceVerdict &verdict)
{
    const QJsonObject question = questionOf(plan, terms().revision);
    m_askedPrice = verdict.price;
    const std::chrono::milliseconds time = surroundings().questionTime;
    if (!isStateless(terms().revision)) {
        m_questionTime.start(time);
        tell(0, Text::tr("waiting for the user's answer"));
        Q_EMIT asked(question);
        return;
    }
    const PendingConsent pending {asker().origin.client, m_wish.fingerprint, verdict.price,
                                  QDateTime::currentDateTimeUtc().addMSecs(time.count()), newNumber()};
    finish(
        {{u"resultType"_s, u"input_required"_s},
         {u"inputRequests"_s,
          QJsonObject {{questionKey, QJsonObject {{u"method"_s, u"elicitation/create"_s}, {u"params"_s, question}}}}},
         {u"requestState"_s, sealConsent(pending, surroundings().secret)}});
}

void PictureCall::goUnanswered(const Error &why)
{
    m_questionTime.stop();
    WatchCall::goUnanswered(why);
}

void PictureCall::hear(const QJsonObject &answer)
{
    m_questionTime.stop();
    if (isOver()) {
        return;
    }
    if (!isYes(answer)) {
        return finish(toolError(declined()));
    }
    m_agreed = PendingConsent {{}, {}, m_askedPrice, {}, {}};
    plan(); // what it costs may have changed while the user thought
}

Origin PictureCall::origin() const
{
    Origin origin = asker().origin;
    origin.fingerprint = QString::fromLatin1(m_wish.fingerprint.toHex());
    if (m_agreed && !m_agreed->number.isEmpty()) {
        const QByteArray key = "mcp " + m_agreed->number;
        origin.keyHash = QString::fromLatin1(QCryptographicHash::hash(key, QCryptographicHash::Sha256).toHex());
    }
    return origin;
}

void PictureCall::order(bool isUnknownAgreed, Money estimate)
{
    Origin ordered = origin();
    ordered.acceptsUnknownPrice = isUnknownAgreed;
    surroundings().jobs.take({m_wish.request, ordered, asker().faultBeforePaying, asker().held, asker().wishes}, this,
                             [this, estimate](const Result<QString> &job) {
                                 if (!job) {
                                     return finish(toolError(job.error()));
                                 }
                                 watch(*job, m_wish.wait, m_wish.request.model, estimate);
                             });
}

} // namespace lightwell::mcp
