// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "providers/localai/localaiadapter.h"

#include "providers/common/formbody.h"
#include "providers/common/maskpicture.h"
#include "providers/common/multipart.h"
#include "providers/common/pictures.h"
#include "providers/common/urls.h"

#include <QCoreApplication>

namespace lightwell {

using namespace Qt::StringLiterals;

namespace {

constexpr ErrorCode codes[] = {
    {"model_loading"_L1, ErrorKind::Overloaded},
};

/// Its statuses are those of a crash even where the request is at fault.
constexpr ErrorPhrase phrases[] = {
    {"invalid value for 'size'"_L1, ErrorKind::Invalid, "size"_L1},
    {"missing image file"_L1, ErrorKind::Invalid, "image"_L1},
    {"missing mask file"_L1, ErrorKind::Invalid, "mask"_L1},
    {"scale must be"_L1, ErrorKind::Invalid, "scale_factor"_L1},
};

void refine(Error &error, const HttpResponse &, const VendorMessage &said)
{
    if (const ErrorPhrase *row = phraseIn(phrases, said.text)) {
        error.kind = row->kind;
        error.param = row->param;
        explain(error, u"LocalAI"_s);
    }
}

OpenAiLikeProfile profileOfServer()
{
    OpenAiLikeProfile profile;
    profile.info.id = u"localai"_s;
    profile.info.name = u"LocalAI"_s;
    profile.info.defaultBaseUrl = QUrl(u"http://127.0.0.1:8080"_s);
    profile.info.keyVariables = {u"LOCALAI_API_KEY"_s};
    profile.info.needsKey = false;
    profile.info.bills = false;
    profile.info.note = QCoreApplication::translate(
        "Provider",
        "Your own server. A key is only needed if it asks for one. The first picture of a model waits until "
        "that is loaded.");
    profile.errors = codes;
    profile.refine = refine;
    return profile;
}

/// What the route reads of a prompt: a "|" of the caller's own would turn the rest of it into what is not wanted.
Plan inItsWords(Plan plan)
{
    plan.request.prompt.replace(u'|', u'/');
    if (!plan.negativePrompt.isEmpty()) {
        plan.request.prompt += u'|' + plan.negativePrompt;
        plan.negativePrompt.clear();
    }
    if (!plan.request.images.isEmpty()) {
        plan.request.extra.insert("file"_L1, base64(plan.request.images.first().bytes));
    }
    return plan;
}

Result<HttpRequest> upload(const Plan &plan, const QUrl &url)
{
    const InputImage &image = plan.request.images.first();
    Multipart form;
    form.addText(u"model"_s, plan.offer.providerModel);
    form.addFile(u"image"_s, pictureFileName(image, u"image"_s), pictureMimeType(image.bytes), image.bytes);
    if (plan.request.operation == Operation::Upscale) {
        constexpr int larger = 4; // 2 and 4 are all there is
        form.addJson(u"scale"_s, plan.tuning.value("scale_factor"_L1).toDouble(2) > 2 ? larger : 2);
    } else {
        const Result<QByteArray> mask = plannedMask(plan);
        if (!mask) {
            return mask.error();
        }
        form.addText(u"prompt"_s, plan.request.prompt);
        form.addFile(u"mask"_s, u"mask.png"_s, "image/png"_ba, mask.value());
        if (plan.tuning.contains("steps"_L1)) {
            form.addJson(u"steps"_s, plan.tuning.value("steps"_L1));
        }
    }
    return formSubmission(url, form);
}

} // namespace

LocalAiAdapter::LocalAiAdapter()
    : OpenAiLikeAdapter(profileOfServer())
{
}

Result<HttpRequest> LocalAiAdapter::write(const Plan &plan, const PlannedCall &call, const QUrl &baseUrl) const
{
    const auto place = [&](const QString &path) {
        return versionedEndpoint(baseUrl, defaultBaseUrl(), u"/v1"_s, path);
    };
    const bool isUpscaling = plan.request.operation == Operation::Upscale;
    if (!plan.request.images.isEmpty() && (isUpscaling || plan.request.mask)) {
        return upload(plan, place(isUpscaling ? u"/images/upscale"_s : u"/images/inpainting"_s));
    }
    return OpenAiLikeAdapter::write(inItsWords(plan), call, baseUrl);
}

} // namespace lightwell
