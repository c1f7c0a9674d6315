// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/chat/textconversation.h"

#include "core/adapter/withoutkey.h"
#include "core/chat/textreasons.h"
#include "core/chat/textstream.h"
#include "core/model/liftedjson.h"

#include <QJsonArray>

#include <algorithm>
#include <array>

namespace lightwell {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype largeBody = 256LL * 1024; // bytes

Error unusable(const ReasonCode<QString> &reason, const QString &vendor, ErrorKind kind)
{
    Error error;
    error.kind = kind;
    error.reason = reason(vendor);
    return error;
}

/// What the model wrote, where nobody counted its tokens: the words, and not the rest of the answer.
qint64 charactersOf(const QJsonObject &answer)
{
    qint64 sum = 0;
    for (const QLatin1StringView field : {"choices"_L1, "output"_L1}) {
        sum += QJsonDocument(answer.value(field).toArray()).toJson(QJsonDocument::Compact).size();
    }
    return sum;
}

} // namespace

TextConversation::TextConversation(Subject subject, Credentials credentials, QDate today)
    : m_subject(std::move(subject))
    , m_credentials(std::move(credentials))
    , m_today(today)
{
}

bool TextConversation::beginsSlowly() const
{
    return m_subject.call.body.size() > largeBody;
}

Step TextConversation::begin() const
{
    const TextCall &call = m_subject.call;
    const bool asksUsage = call.kind == TextKind::Chat && call.streams && m_subject.vendor->takesUsageWish();
    const QByteArray body =
        textBody(call, m_subject.offer.providerModel,
                 {asksUsage, m_subject.vendor->choosesAmongOthers(), m_subject.vendor->hasMaxTokensOnly()});
    return Send {m_subject.vendor->submission(call.kind, body, m_credentials), {}, call.streams};
}

Step TextConversation::advance(const AdapterState &, const HttpResponse &response) const
{
    return withoutKey(read(response), secrets());
}

QByteArrayList TextConversation::secrets() const
{
    return secretsOf(vendor(), m_credentials);
}

Step TextConversation::read(const HttpResponse &response) const
{
    if (!response.isSuccess()) {
        return Failed {m_subject.vendor->errorOf(response, m_credentials)};
    }
    return isEventStream(response.header("Content-Type")) ? readStream(response) : readAnswer(response);
}

Step TextConversation::readStream(const HttpResponse &response) const
{
    StreamMeter meter;
    meter.feed(response.body);
    meter.feed("\n\n"); // the last event may lack its end
    if (!meter.error().isEmpty()) {
        return failedLate(response, meter.error());
    }
    if (!meter.isWhole()) {
        return Failed {unusable(reasons::textCutOff, vendor().name, ErrorKind::Network)};
    }
    return doneWith(response, billOf(meter.usage(), meter.characters()), meter.about());
}

Step TextConversation::readAnswer(const HttpResponse &response) const
{
    static constexpr std::array contents {"choices"_L1, "output"_L1, "data"_L1};
    const LiftedJson json(response.body);
    const QJsonObject &answer = json.object();
    const bool hasContent = std::any_of(contents.begin(), contents.end(),
                                        [&answer](QLatin1StringView field) { return answer.value(field).isArray(); });
    const QString status = answer.value("status"_L1).toString();
    if (status == "queued"_L1 || status == "in_progress"_L1) { // it goes on where nobody here looks
        return Failed {unusable(reasons::noTextInAnswer, vendor().name, ErrorKind::Upstream)};
    }
    if (!hasContent && answer.value("error"_L1).toVariant().isValid()) {
        return failedLate(response, response.body);
    }
    if (!hasContent) {
        return Failed {unusable(reasons::noTextInAnswer, vendor().name, ErrorKind::Upstream)};
    }
    AnswerNotes about;
    noteAnswer(answer, about);
    return doneWith(response, billOf(answer.value("usage"_L1).toObject(), charactersOf(answer)), about);
}

/// An error that came as a success: the work had begun.
Failed TextConversation::failedLate(HttpResponse response, const QByteArray &said) const
{
    response.body = said;
    Error error = m_subject.vendor->errorOf(response, m_credentials);
    error.billing = Billing::MayBeBilled;
    return {error};
}

TextConversation::Bill TextConversation::billOf(const QJsonObject &usage, qint64 characters) const
{
    const std::optional<TextUsage> tokens = TextUsage::read(usage);
    if (!vendor().bills && tokens) {
        return {Money::zero(), usage};
    }
    if (const Money told = m_subject.vendor->toldCost(usage); told.isKnown()) {
        return {told, usage};
    }
    return tokens ? Bill {costOfTokens(*tokens, m_subject.call, m_subject.offer, m_today), usage}
                  : billOfPart(characters);
}

TextConversation::Bill TextConversation::billOfPart(qint64 characters) const
{
    const TextUsage tokens = estimatedUsage(m_subject.call, m_subject.offer, characters);
    if (vendor().bills && !m_subject.call.inputTokens && m_subject.offer.context == 0) {
        return {Money::unknown(), {}}; // nobody knows how long what went in is
    }
    return {vendor().bills ? costOfTokens(tokens, m_subject.call, m_subject.offer, m_today) : Money::zero(),
            {{u"estimated"_s, true}, {u"prompt_tokens"_s, tokens.input}, {u"completion_tokens"_s, tokens.output}}};
}

Done TextConversation::doneWith(const HttpResponse &response, const Bill &bill, const AnswerNotes &about)
{
    ProducedMedia answer;
    answer.bytes = response.body;
    answer.mimeType = response.header("Content-Type");
    return {{answer}, bill.cost, bill.usage, about};
}

QList<Interim> TextConversation::streamed(const AdapterState &, const StreamEvent &) const
{
    return {}; // passed on as it comes, and read when it is whole
}

std::optional<HttpRequest> TextConversation::resume(const AdapterState &) const
{
    return std::nullopt;
}

std::optional<HttpRequest> TextConversation::cancel(const AdapterState &) const
{
    return std::nullopt;
}

} // namespace lightwell
