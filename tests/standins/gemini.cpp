// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/standins/gemini.h"

#include "tests/standins/geminierrors.h"
#include "tests/standins/paint.h"

namespace lightwell::test {

using namespace Qt::StringLiterals;

namespace {

const QString action = QStringLiteral(":generateContent");

/// The path after the version; empty where there is none. Google's own client asks for v1 by default.
QString pathInVersion(const Received &request)
{
    for (const QString &version : {u"/v1beta/"_s, u"/v1/"_s}) {
        if (request.path.startsWith(version)) {
            return request.path.mid(version.size());
        }
    }
    return {};
}

QJsonObject describe(const GeminiModel &model)
{
    return {{u"name"_s, QString(u"models/"_s + model.id)},
            {u"version"_s, u"001"_s},
            {u"displayName"_s, model.id},
            {u"inputTokenLimit"_s, 32'768},
            {u"outputTokenLimit"_s, 32'768},
            {u"supportedGenerationMethods"_s, QJsonArray {u"generateContent"_s}}};
}

Reply noSuchModel(const QString &id)
{
    return geminierrors::make(404, u"NOT_FOUND"_s,
                              u"models/%1 is not found for API version v1beta, or is not supported."_s.arg(id));
}

Reply models(const Received &request)
{
    if (pathInVersion(request) != "models"_L1) {
        const QString id = request.path.section(u'/', 3);
        const GeminiModel *model = GeminiModel::find(id);
        return model ? Reply::json(describe(*model)) : noSuchModel(id);
    }
    const qsizetype begin = request.queryItem(u"pageToken"_s).toLongLong();
    bool ok = false;
    const qsizetype size = request.queryItem(u"pageSize"_s).toLongLong(&ok);
    const qsizetype end = std::min(GeminiModel::all().size(), begin + (ok && size > 0 ? size : 50));
    QJsonObject page;
    QJsonArray list;
    for (qsizetype i = begin; i < end; ++i) {
        list.append(describe(GeminiModel::all().at(i)));
    }
    page.insert(u"models"_s, list);
    if (end < GeminiModel::all().size()) {
        page.insert(u"nextPageToken"_s, QString::number(end));
    }
    return Reply::json(page);
}

/// Nothing where the key is right; it may stand in a header or in the query.
std::optional<Reply> refuseKey(const Received &request)
{
    const QByteArray header = request.header("x-goog-api-key"_ba);
    const QByteArray key = header.isEmpty() ? request.queryItem(u"key"_s).toLatin1() : header;
    if (key.isEmpty()) {
        return geminierrors::make(403, u"PERMISSION_DENIED"_s,
                                  u"Method doesn't allow unregistered callers. Please use an API key."_s);
    }
    return key == GeminiStandIn::key() ? std::nullopt : std::optional(geminierrors::invalidKey());
}

QJsonObject picturePart(const QByteArray &picture, bool thought)
{
    QJsonObject part {
        {u"inlineData"_s,
         QJsonObject {{u"mimeType"_s, u"image/png"_s}, {u"data"_s, QString::fromLatin1(picture.toBase64())}}}};
    if (thought) {
        part.insert(u"thought"_s, true);
    }
    return part;
}

QJsonArray modality(const QString &name, qint64 tokens)
{
    return {QJsonObject {{u"modality"_s, name}, {u"tokenCount"_s, tokens}}};
}

QJsonObject usageOf(const GeminiModel &model, const GeminiInput &input)
{
    const qint64 text = 1 + input.text.split(u' ').size();
    const qint64 pictures = 560LL * input.pictures;
    const qint64 made = !model.thinks ? 1290 : input.size == "4K"_L1 ? 2000 : 1120;
    const qint64 thoughts = model.thinks ? 240 : 0;
    QJsonArray in = modality(u"TEXT"_s, text);
    if (pictures > 0) {
        in.append(modality(u"IMAGE"_s, pictures).first());
    }
    QJsonObject usage {{u"promptTokenCount"_s, text + pictures},
                       {u"candidatesTokenCount"_s, made},
                       {u"totalTokenCount"_s, text + pictures + made + thoughts},
                       {u"promptTokensDetails"_s, in},
                       {u"candidatesTokensDetails"_s, modality(u"IMAGE"_s, made)}};
    if (thoughts > 0) {
        usage.insert(u"thoughtsTokenCount"_s, thoughts);
    }
    return usage;
}

} // namespace

QString GeminiStandIn::pointOf(const Received &request) const
{
    return request.path.endsWith(action) ? u"generation"_s : u"models"_s;
}

Reply GeminiStandIn::answer(const Received &request, const QString &point)
{
    if (const std::optional<Reply> refusal = refuseKey(request)) {
        return *refusal;
    }
    const QByteArray method = point == "generation"_L1 ? "POST"_ba : "GET"_ba;
    const QString path = pathInVersion(request);
    const bool known = path == "models"_L1 || path.startsWith("models/"_L1);
    if (request.method != method || !known) {
        return Reply::bytes("<html><title>Error 404 (Not Found)!!1</title></html>"_ba, "text/html"_ba, 404);
    }
    if (point == "models"_L1) {
        return models(request);
    }
    const QString id = request.path.section(u'/', 3).chopped(action.size());
    const GeminiModel *model = GeminiModel::find(id);
    return model ? make(*model, GeminiInput::read(request, *model)) : noSuchModel(id);
}

Reply GeminiStandIn::make(const GeminiModel &model, const GeminiInput &input)
{
    if (input.refusal) {
        return *input.refusal;
    }
    bill();
    const QSize size = model.pixels(input.ratio, input.size);
    QJsonArray parts;
    if (model.thinks) {
        parts.append(picturePart(paintedPicture({64, 64}, ImageFormat::Png, 250), true));
    }
    if (input.words) {
        parts.append(QJsonObject {{u"text"_s, u"Here is your picture."_s}});
    }
    QJsonObject picture = picturePart(paintedPicture(size, ImageFormat::Png, static_cast<quint64>(input.seed)), false);
    if (model.thinks) {
        picture.insert(u"thoughtSignature"_s, u"c2lnbmVk"_s);
    }
    parts.append(picture);
    const QJsonObject candidate {{u"content"_s, QJsonObject {{u"role"_s, u"model"_s}, {u"parts"_s, parts}}},
                                 {u"finishReason"_s, u"STOP"_s},
                                 {u"index"_s, 0}};
    QJsonObject answer {{u"candidates"_s, QJsonArray {candidate}},
                        {u"modelVersion"_s, model.id},
                        {u"responseId"_s, nextId(u"answer-"_s)}};
    QJsonObject usage = usageOf(model, input);
    if (m_usage == Usage::WithoutAnswer) {
        for (const QString &field : {u"candidatesTokenCount"_s, u"candidatesTokensDetails"_s, u"totalTokenCount"_s}) {
            usage.remove(field);
        }
    }
    if (m_usage != Usage::None) {
        answer.insert(u"usageMetadata"_s, usage);
    }
    return Reply::json(answer);
}

} // namespace lightwell::test
