// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/gateway/dialects/openai/openairequest.h"

#include "core/gateway/dialects/bodyfields.h"
#include "core/gateway/dialects/openai/callbody.h"
#include "core/gateway/dialects/openai/inputpictures.h"
#include "core/gateway/dialects/openai/requestnames.h"
#include "core/gateway/http/multipartform.h"
#include "core/gateway/http/preferences.h"
#include "core/gateway/http/switchword.h"
#include "core/model/sizewords.h"
#include "core/planning/tuningrule.h"
#include "core/wording/gatewayreasons.h"
#include "core/wording/wording.h"

#include <QCoreApplication>

namespace lightwell::openai {

using namespace Qt::StringLiterals;

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Gateway)
};

void readSize(BodyFields &fields, SizeRequest &size)
{
    if (const QString text = fields.text(u"size"_s); !text.isEmpty() && !readSizeWord(text, size)) {
        fields.fail(u"size"_s, Text::tr("size must be like 1024x1024, 16:9 or auto."));
    }
    if (const QString text = fields.text(u"aspect_ratio"_s); !text.isEmpty() && !readRatioWord(text, size)) {
        fields.fail(u"aspect_ratio"_s, Text::tr("aspect_ratio must be like 16:9 or auto."));
    }
    if (const QString text = fields.text(u"resolution"_s); !text.isEmpty() && !readTierWord(text, size)) {
        fields.fail(u"resolution"_s, Text::tr("resolution must be 0.5K, 1K, 2K, 4K or auto."));
    }
}

/// A word out of a few that means none of them.
void failWord(BodyFields &fields, const QString &name, const QString &word, const QStringList &known)
{
    fields.fail(name, wording::sentence(wordFault(name, word, known, known)));
}

void readTuning(BodyFields &fields, Tuning &tuning)
{
    for (const QString &name : Tuning::names()) {
        if (const QJsonValue value = fields.value(name); !value.isUndefined() && !tuning.read(name, value)) {
            fields.fail(name, wording::sentence(tuningFault(name, name, value)));
        }
    }
}

void readOutput(BodyFields &fields, Request &request)
{
    if (const QString name = fields.text(u"output_format"_s); !name.isEmpty()) {
        request.format = formatFromName(name);
        if (!request.format || !mayBeAskedFor(*request.format)) {
            failWord(fields, u"output_format"_s, name, deliverableFormatNames());
        }
    }
    if (const std::optional<qint64> compression = fields.integer(u"output_compression"_s, 0, 100)) {
        request.compression = int(*compression);
    }
    if (const QString name = fields.text(u"fit"_s); !name.isEmpty()) {
        const std::optional<Fit> fit = fitFromName(name);
        if (!fit) {
            failWord(fields, u"fit"_s, name, {u"closest"_s, u"crop"_s, u"contain"_s, u"stretch"_s});
        }
        request.fit = fit.value_or(Fit::Closest);
    }
    if (const QString name = fields.text(u"matte"_s); !name.isEmpty()) {
        request.matte = QColor(name);
        if (!request.matte.isValid()) {
            fields.fail(u"matte"_s, Text::tr("matte must be a colour like #ffffff."));
        }
    }
}

void readPrompt(BodyFields &fields, GenerationCall &call)
{
    Request &request = call.request;
    request.model = fields.text(u"model"_s).trimmed();
    if (request.model.isEmpty()) {
        fields.fail(u"model"_s, Text::tr("Say which model: the list is at /v1/models."));
    } else if (const std::optional<Error> fault = faultInModelName(request.model)) {
        fields.fail(fault->param, wording::sentence(*fault));
    }
    request.prompt = fields.text(u"prompt"_s, requestlimits::prompt);
    if (request.prompt.isEmpty() && call.dryRun) {
        request.prompt = u"estimate"_s; // a price needs no prompt, but a plan does
    }
    // What an edit needs is known when its model is: an upscaler takes none.
    if (request.prompt.isEmpty() && call.kind == CallKind::Generation) {
        fields.fail(u"prompt"_s, Text::tr("Say what the picture should show: prompt is empty."));
    }
    request.negativePrompt = fields.text(u"negative_prompt"_s, requestlimits::prompt);
    const std::optional<qint64> count = fields.integer(u"n"_s, 1, requestlimits::pictures);
    request.n = int(count.value_or(1));
    request.isCountSaid = count.has_value();
    request.seed = fields.integer(u"seed"_s, -1, requestlimits::seed); // -1 is any
    request.quality = fields.text(u"quality"_s);
    request.style = fields.text(u"style"_s);
    request.background = fields.text(u"background"_s);
    request.user = fields.text(u"user"_s);
}

void readStreaming(BodyFields &fields, GenerationCall &call)
{
    constexpr int maxPreviews = 3;
    call.streams = fields.boolean(u"stream"_s) && !call.isJob;
    const int previews = int(fields.integer(u"partial_images"_s, 0, maxPreviews).value_or(0));
    if (previews > 0 && !call.streams && !call.isJob) { // whoever watches a job sees them
        fields.fail(u"partial_images"_s, Text::tr("partial_images come in a stream only: set stream to true."));
    }
    // Nobody could tell which of several pictures a preview belongs to.
    call.request.previews = call.request.n == 1 ? previews : 0;
}

void readWebhook(BodyFields &fields, GenerationCall &call)
{
    constexpr qsizetype longestUrl = 2000;
    call.webhookUrl = fields.text(u"webhook_url"_s, longestUrl);
    if (!call.webhookUrl.isEmpty() && !call.isJob && !call.dryRun) {
        fields.fail(u"webhook_url"_s, wording::sentence(reasons::webhookWithoutJob()));
    }
}

/// Asked for a form, an answer has that one alone. Unasked, streams and the models that OpenAI calls so have bytes
/// alone where the address is OpenAI's, as at OpenAI: one widely used client takes a link where there is one, and then
/// refuses those of this computer. All other clients read either.
PictureForm formOf(const QString &asked, const GenerationCall &call, const QString &path)
{
    if (!asked.isEmpty()) {
        return asked == "b64_json"_L1 ? PictureForm::Base64 : PictureForm::Link;
    }
    const QString name = call.request.model.section(u'/', call.request.model.contains(u'/') ? 1 : 0);
    const bool byOpenAi = name.startsWith("gpt-image"_L1, Qt::CaseInsensitive)
        || name.startsWith("chatgpt-image"_L1, Qt::CaseInsensitive);
    const bool alone = call.streams || (byOpenAi && !path.startsWith("/openai/"_L1));
    return alone ? PictureForm::Base64 : PictureForm::Both;
}

} // namespace

Result<GenerationCall> readCall(const GatewayRequest &request, CallKind kind)
{
    const Result<CallBody> body =
        isMultipartForm(request.header("Content-Type")) ? readForm(request) : readJsonBody(request.body);
    if (!body) {
        return body.error();
    }
    BodyFields fields(body->fields);
    GenerationCall call;
    call.kind = kind;
    call.dryRun = isOn(request.query.queryItemValue(u"dryRun"_s));
    call.isJob = !call.dryRun && prefersAsync(request);
    readWebhook(fields, call);
    readPrompt(fields, call);
    readSize(fields, call.request.size);
    readOutput(fields, call.request);
    readTuning(fields, call.request.tuning);
    takePictures(fields, body->pictures, call.request);
    if (kind != CallKind::Generation && call.request.images.isEmpty() && !fields.error()) {
        fields.fail(u"image"_s, Text::tr("Send the picture to work on: image is empty."));
    }
    call.request.operation = kind == CallKind::Variation ? Operation::Vary : Operation::Create;
    readStreaming(fields, call);
    const QString as = fields.text(u"response_format"_s);
    call.form = formOf(as, call, request.path);
    if (!as.isEmpty() && as != "url"_L1 && as != "b64_json"_L1) {
        failWord(fields, u"response_format"_s, as, {u"url"_s, u"b64_json"_s});
    }
    call.request.strict = isOn(QString::fromLatin1(request.header("X-Lightwell-Strict")));
    call.request.extra = fields.rest();
    if (const std::optional<Error> fault = faultInFieldNames(call.request.extra)) {
        return *fault;
    }
    if (fields.error()) {
        return *fields.error();
    }
    return call;
}

} // namespace lightwell::openai
