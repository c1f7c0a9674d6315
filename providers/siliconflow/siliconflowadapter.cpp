// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "providers/siliconflow/siliconflowadapter.h"

#include "providers/common/openailike.h"
#include "providers/common/picturelink.h"

#include <QCoreApplication>

namespace lightwell {

using namespace Qt::StringLiterals;

namespace {

constexpr ErrorCode codes[] = {
    {"20012"_L1, ErrorKind::NotFound},
    {"30001"_L1, ErrorKind::Funds},
};

constexpr ErrorPhrase refusals[] = {
    {"balance"_L1, ErrorKind::Funds},
    {"model does not exist"_L1, ErrorKind::NotFound},
    {"sensitive"_L1, ErrorKind::ContentPolicy},
    {"prohibited content"_L1, ErrorKind::ContentPolicy},
    {"content policy"_L1, ErrorKind::ContentPolicy},
};

void embed(QJsonObject &body, const QStringList &pictures)
{
    for (qsizetype i = 0; i < pictures.size(); ++i) {
        body.insert(i == 0 ? u"image"_s : u"image"_s + QString::number(i + 1), pictures.at(i));
    }
}

void readSeed(Done &done, const Plan &, const QJsonObject &answer)
{
    if (done.media.size() == 1) { // of several nobody says which one it is
        done.media.first().seed = wholeNumber(answer.value("seed"_L1));
    }
}

void refine(Error &error, const HttpResponse &response, const VendorMessage &)
{
    constexpr int unavailableForLegalReasons = 451;
    if (response.status == unavailableForLegalReasons) {
        error.kind = ErrorKind::ContentPolicy;
        explain(error, u"SiliconFlow"_s);
    }
}

} // namespace

std::unique_ptr<Adapter> siliconFlowAdapter()
{
    OpenAiLikeProfile profile;
    profile.info.id = u"siliconflow"_s;
    profile.info.name = u"SiliconFlow"_s;
    profile.info.defaultBaseUrl = QUrl(u"https://api.siliconflow.cn"_s);
    profile.info.keyPage = QUrl(u"https://cloud.siliconflow.cn/account/ak"_s);
    profile.info.keyVariables = {u"SILICONFLOW_API_KEY"_s};
    profile.info.note = QCoreApplication::translate(
        "Provider", "An account of siliconflow.com needs the base address https://api.siliconflow.com.");
    profile.models = u"/user/info"_s;
    profile.pictures = "images"_L1;
    profile.embed = embed;
    profile.complete = readSeed;
    profile.errors = codes;
    profile.refusals = refusals;
    profile.refine = refine;
    return std::make_unique<OpenAiLikeAdapter>(std::move(profile));
}

} // namespace lightwell
