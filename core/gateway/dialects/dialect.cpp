// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/gateway/dialects/dialect.h"

#include "core/gateway/access.h"
#include "core/gateway/dialects/accountdialect.h"

namespace lightwell {

QByteArray Dialect::clientKey(const GatewayRequest &request) const
{
    return shownKey(request);
}

void Dialect::addOutcome(GatewayResponse &, const Generation &, const Telling &) const
{
}

Result<ConversationCall> Dialect::readConversation(const GatewayRequest &request, TextKind kind) const
{
    const Result<TextCall> call = readTextCall(request.body, kind);
    return call ? Result<ConversationCall>(ConversationCall {*call}) : call.error();
}

QString Dialect::textName(const TextModels &texts, const QString &written) const
{
    Q_UNUSED(texts)
    return written;
}

QByteArray Dialect::echoEvent(const Generation &, const QByteArray &) const
{
    return {};
}

QByteArray Dialect::tailOfWords(const QByteArray &tail, const Generation &generation, const Telling &telling) const
{
    Q_UNUSED(generation)
    Q_UNUSED(telling)
    return tail;
}

GatewayResponse Dialect::modelsWithTexts(const Catalog &catalog, const TextModels &, QDate) const
{
    return models(catalog);
}

GatewayResponse Dialect::modelOrText(const Catalog &catalog, const TextModels &, const QString &name, QDate) const
{
    return model(catalog, name);
}

Result<FilledRequest> Dialect::withPreset(const GatewayRequest &request, const Presets &presets) const
{
    Q_UNUSED(presets)
    return FilledRequest {request};
}

bool Dialect::chatAsksForPictures(const GatewayRequest &request) const
{
    Q_UNUSED(request)
    return false;
}

Result<std::optional<PictureTool>> Dialect::pictureTool(const GatewayRequest &request, TextKind kind) const
{
    Q_UNUSED(request)
    Q_UNUSED(kind)
    return std::optional<PictureTool>();
}

std::unique_ptr<ToolAnswer> Dialect::toolAnswer(const PictureTool &tool) const
{
    Q_UNUSED(tool)
    return nullptr;
}

GenerationCall Dialect::inNamesOf(const Catalog &catalog, GenerationCall call) const
{
    Q_UNUSED(catalog)
    return call;
}

GatewayResponse Dialect::accepted(const JobView &job) const
{
    const AccountDialect *words = account();
    return words ? words->job(job) : refusal({Refusal::Kind::UnknownPath});
}

QList<OfferKey> Dialect::measuredOn(ModelPage page, const Catalog &catalog, const TextModels &texts,
                                    const QString &name, const QUrlQuery &query, const QDateTime &now) const
{
    Q_UNUSED(page)
    Q_UNUSED(catalog)
    Q_UNUSED(texts)
    Q_UNUSED(name)
    Q_UNUSED(query)
    Q_UNUSED(now)
    return {};
}

GatewayResponse Dialect::modelPage(ModelPage page, const Catalog &catalog, const TextModels &texts, const QString &name,
                                   const QUrlQuery &query, const PageMoment &moment) const
{
    Q_UNUSED(moment)
    Q_UNUSED(texts)
    Q_UNUSED(page)
    Q_UNUSED(catalog)
    Q_UNUSED(name)
    Q_UNUSED(query)
    return refusal({Refusal::Kind::UnknownPath});
}

GatewayResponse Dialect::presets(const Presets &presets, const QUrlQuery &query) const
{
    Q_UNUSED(presets)
    Q_UNUSED(query)
    return refusal({Refusal::Kind::UnknownPath});
}

GatewayResponse Dialect::preset(const Presets &presets, const QString &slug) const
{
    Q_UNUSED(presets)
    Q_UNUSED(slug)
    return refusal({Refusal::Kind::UnknownPath});
}

GatewayResponse Dialect::key(const KeyFacts &facts) const
{
    Q_UNUSED(facts)
    return refusal({Refusal::Kind::UnknownPath});
}

GatewayResponse Dialect::credits(const CreditFacts &facts) const
{
    Q_UNUSED(facts)
    return refusal({Refusal::Kind::UnknownPath});
}

GatewayResponse Dialect::receipt(const Generation &generation) const
{
    Q_UNUSED(generation)
    return refusal({Refusal::Kind::UnknownPath});
}

GatewayResponse Dialect::activity(const QList<ActivityRow> &rows) const
{
    Q_UNUSED(rows)
    return refusal({Refusal::Kind::UnknownPath});
}

QByteArray Dialect::streamType() const
{
    return "text/event-stream; charset=utf-8";
}

QByteArray Dialect::keepAlive() const
{
    return ":\n\n";
}

GatewayResponse Dialect::modelSchema(const Catalog &catalog, const TextModels &texts, const QString &name,
                                     QDate today) const
{
    return modelOrText(catalog, texts, name, today);
}

} // namespace lightwell
