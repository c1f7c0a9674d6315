// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/gateway/dialects/openrouter/imagesrequest.h"

#include "core/gateway/dialects/openai/callbody.h"
#include "core/gateway/dialects/openai/inputpictures.h"
#include "core/gateway/dialects/openai/requestnames.h"
#include "core/gateway/dialects/openrouter/providerwishes.h"
#include "core/gateway/http/preferences.h"
#include "core/gateway/http/switchword.h"
#include "core/model/callnotes.h"
#include "core/model/sizewords.h"
#include "core/planning/sizenotes.h"
#include "core/planning/tuningrule.h"
#include "core/wording/wording.h"

#include <QCoreApplication>

#include <cmath>

namespace lightwell::openrouter {

using namespace Qt::StringLiterals;

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Gateway)
};

/// But for what whole pixels need.
bool isSameShape(QSize pixels, AspectRatio ratio)
{
    constexpr double rounding = 0.02;
    return std::abs(std::log(AspectRatio::of(pixels).value() / ratio.value())) <= rounding;
}

void readStreaming(BodyFields &fields, GenerationCall &call)
{
    constexpr int maxPreviews = 3;
    const bool isStreamAsked = fields.boolean(u"stream"_s);
    call.streams = isStreamAsked && !call.isJob; // whoever watches a job sees the previews
    const std::optional<qint64> previews = fields.integer(u"partial_images"_s, 0, maxPreviews);
    if (previews.value_or(0) > 0 && !isStreamAsked) {
        fields.fail(u"partial_images"_s, Text::tr("partial_images come in a stream only: set stream to true."));
    }
    // Nobody could tell which of several pictures a preview belongs to.
    call.request.previews = isStreamAsked && call.request.n == 1 ? int(previews.value_or(1)) : 0;
}

void takeBookkeeping(BodyFields &fields, GenerationCall &call)
{
    call.session = notedWord(fields.value(u"session_id"_s).toString());
    (void)fields.value(u"trace"_s); // for OpenRouter's own records
}

} // namespace

bool wantsRouteTold(const GatewayRequest &request)
{
    const QByteArray asked = request.header("X-OpenRouter-Metadata").trimmed().toLower();
    return asked == "enabled" || isOn(QString::fromLatin1(asked));
}

void readHead(const GatewayRequest &request, GenerationCall &call)
{
    call.dryRun = isOn(request.query.queryItemValue(u"dryRun"_s));
    call.request.strict = isOn(QString::fromLatin1(request.header("X-Lightwell-Strict")));
    call.tellsRoute = wantsRouteTold(request);
    call.isJob = !call.dryRun && prefersAsync(request);
}

void takeSize(BodyFields &fields, SizeRequest &size)
{
    if (const QString text = fields.text(u"size"_s); !text.isEmpty() && !readSizeWord(text, size)) {
        fields.fail(u"size"_s, Text::tr("size must be like 1024x1024, 2K or auto."));
    }
    SizeRequest beside;
    if (const QString text = fields.text(u"aspect_ratio"_s); !text.isEmpty() && !readRatioWord(text, beside)) {
        fields.fail(u"aspect_ratio"_s, Text::tr("aspect_ratio must be like 16:9 or auto."));
    }
    if (const QString text = fields.text(u"resolution"_s); !text.isEmpty() && !readTierWord(text, beside)) {
        fields.fail(u"resolution"_s, Text::tr("resolution must be 512, 1K, 2K, 4K or auto."));
    }
    const bool otherShape = beside.ratio
        && ((size.pixels && !isSameShape(*size.pixels, *beside.ratio))
            || (size.ratio && size.ratio->value() != beside.ratio->value()));
    const bool otherTier =
        beside.tier && ((size.pixels && !meets(*size.pixels, *beside.tier)) || (size.tier && size.tier != beside.tier));
    if (otherShape || otherTier) {
        fields.fail(
            otherShape ? u"aspect_ratio"_s : u"resolution"_s,
            Text::tr("%1 contradicts size. Send one of them.").arg(otherShape ? u"aspect_ratio"_s : u"resolution"_s));
    }
    if (size.pixels) { // which say it all
        return;
    }
    size.ratio = size.ratio ? size.ratio : beside.ratio;
    size.tier = size.tier ? size.tier : beside.tier;
    size.automatic = size.automatic || beside.automatic;
}

void takeOutput(BodyFields &fields, Request &request)
{
    if (const QString name = fields.text(u"output_format"_s); !name.isEmpty()) {
        request.format = formatFromName(name);
        if (!request.format || !mayBeAskedFor(*request.format)) {
            const QStringList known = deliverableFormatNames() << formatName(ImageFormat::Svg);
            fields.fail(u"output_format"_s, wording::sentence(wordFault(u"output_format"_s, name, known, known)));
        }
    }
    if (const std::optional<qint64> compression = fields.integer(u"output_compression"_s, 0, 100)) {
        request.compression = int(*compression);
    }
    if (const QString name = fields.text(u"fit"_s); !name.isEmpty()) {
        const std::optional<Fit> fit = fitFromName(name);
        if (!fit) {
            const QStringList known {u"closest"_s, u"crop"_s, u"contain"_s, u"stretch"_s};
            fields.fail(u"fit"_s, wording::sentence(wordFault(u"fit"_s, name, known, known)));
        }
        request.fit = fit.value_or(Fit::Closest);
    }
    request.negativePrompt = fields.text(u"negative_prompt"_s, requestlimits::prompt);
    request.quality = fields.text(u"quality"_s);
    request.style = fields.text(u"style"_s);
    request.background = fields.text(u"background"_s);
    for (const QString &name : Tuning::names()) {
        if (const QJsonValue value = fields.value(name); !value.isUndefined() && !request.tuning.read(name, value)) {
            fields.fail(name, wording::sentence(tuningFault(name, name, value)));
        }
    }
}

Result<GenerationCall> finished(BodyFields &fields, GenerationCall call)
{
    const QJsonObject rest = fields.rest();
    for (auto field = rest.begin(); field != rest.end(); ++field) {
        call.request.extra.insert(field.key(), field.value());
    }
    if (const std::optional<Error> fault = openai::faultInFieldNames(call.request.extra)) {
        return *fault;
    }
    if (fields.error()) {
        return *fields.error();
    }
    if (call.request.strict && !call.ignored.isEmpty()) {
        return notSent(
            ErrorKind::Unsupported,
            Text::tr("%1 cannot be heeded here, and strict mode leaves nothing out.").arg(call.ignored.join(u", "_s)),
            call.ignored.first());
    }
    call.form = PictureForm::Base64;
    return call;
}

Result<GenerationCall> readImagesCall(const GatewayRequest &request)
{
    const Result<openai::CallBody> body = openai::readJsonBody(request.body);
    if (!body) {
        return body.error();
    }
    BodyFields fields(body->fields);
    GenerationCall call;
    readHead(request, call);
    takeRouteWishes(fields, call);
    call.request.prompt = fields.text(u"prompt"_s, requestlimits::prompt);
    if (call.request.prompt.isEmpty() && call.dryRun) {
        call.request.prompt = u"estimate"_s; // a price needs no prompt, but a plan does
    }
    const std::optional<qint64> count = fields.integer(u"n"_s, 1, requestlimits::pictures);
    call.request.n = int(count.value_or(1));
    call.request.isCountSaid = count.has_value();
    call.request.seed = fields.integer(u"seed"_s, -1, requestlimits::seed); // -1 is any
    call.request.user = fields.text(u"user"_s);
    takeSize(fields, call.request.size);
    takeOutput(fields, call.request);
    openai::takePictures(fields, {}, call.request);
    // What an edit needs is known when its model is: an upscaler takes no prompt.
    if (call.request.prompt.isEmpty() && call.request.images.isEmpty() && !fields.error()) {
        fields.fail(u"prompt"_s, Text::tr("Say what the picture should show: prompt is empty."));
    }
    call.kind = call.request.images.isEmpty() ? CallKind::Generation : CallKind::Edit;
    readStreaming(fields, call);
    takeBookkeeping(fields, call);
    return finished(fields, std::move(call));
}

} // namespace lightwell::openrouter
