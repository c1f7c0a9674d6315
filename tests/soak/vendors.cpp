// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/soak/vendors.h"

#include "tests/standins/factory.h"
#include "tests/standins/vertex.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QMap>

#include <array>

namespace lightwell::test {

using namespace Qt::StringLiterals;

namespace {

struct Key
{
    const char *provider;
    const char *variable;
    const char *value;
};

/// What each stand-in takes for its key, under the vendor's own variables.
constexpr std::array keys = {
    Key {"alibaba", "DASHSCOPE_API_KEY", "sk-alibaba-standin"},
    Key {"amazon-bedrock", "AWS_ACCESS_KEY_ID", "AKIASTANDINEXAMPLE"},
    Key {"amazon-bedrock", "AWS_SECRET_ACCESS_KEY", "standin/secret+access/key0123456789abcd"},
    Key {"amazon-bedrock", "AWS_REGION", "us-east-1"},
    Key {"azure-openai", "AZURE_OPENAI_API_KEY", "0123456789azurestandinkey"},
    Key {"black-forest-labs", "BFL_API_KEY", "bfl-standin-key"},
    Key {"bria", "BRIA_API_TOKEN", "bria-standin-token"},
    Key {"byteplus", "ARK_API_KEY", "ark-standin"},
    Key {"cloudflare", "CLOUDFLARE_API_TOKEN", "cloudflare-standin-token"},
    Key {"cloudflare", "CLOUDFLARE_ACCOUNT_ID", "0123456789abcdef0123456789abcdef"},
    Key {"deepinfra", "DEEPINFRA_API_KEY", "deepinfra-standin"},
    Key {"fal", "FAL_KEY", "fal-id:fal-secret"},
    Key {"fireworks", "FIREWORKS_API_KEY", "fw_standin"},
    Key {"google-gemini", "GEMINI_API_KEY", "AIza-standin-key"},
    Key {"huggingface", "HF_TOKEN", "hf_standin"},
    Key {"ideogram", "IDEOGRAM_API_KEY", "ideogram-standin-key"},
    Key {"leonardo", "LEONARDO_API_KEY", "leonardo-standin-key"},
    Key {"luma", "LUMA_API_KEY", "luma-standin-key"},
    Key {"luma", "LUMA_AGENTS_API_KEY", "luma-api-standin-key"},
    Key {"lumenfall", "LUMENFALL_API_KEY", "lmnfl_id.standin"},
    Key {"minimax", "MINIMAX_API_KEY", "minimax-standin-key"},
    Key {"novita", "NOVITA_API_KEY", "sk_novita-standin"},
    Key {"openai", "OPENAI_API_KEY", "sk-standin-key"},
    Key {"openrouter", "OPENROUTER_API_KEY", "sk-or-v1-standin"},
    Key {"prodia", "PRODIA_TOKEN", "prodia-standin"},
    Key {"recraft", "RECRAFT_API_TOKEN", "recraft-standin-token"},
    Key {"replicate", "REPLICATE_API_TOKEN", "r8_standin"},
    Key {"runware", "RUNWARE_API_KEY", "runware-standin-key"},
    Key {"siliconflow", "SILICONFLOW_API_KEY", "sk-siliconflow-standin"},
    Key {"stability", "STABILITY_API_KEY", "sk-standin-stability"},
    Key {"together", "TOGETHER_API_KEY", "tgp_v1_standin"},
    Key {"xai", "XAI_API_KEY", "xai-standin"},
};

QString modelOf(const QString &provider)
{
    // Where the first offer is one that the stand-in does not know.
    const QMap<QString, QString> preferred {{u"black-forest-labs"_s, u"flux-2-pro"_s}, {u"fal"_s, u"flux-2-pro"_s}};
    QFile file(QStringLiteral(LIGHTWELL_OFFERS) + u'/' + provider + u".json"_s);
    if (!file.open(QIODevice::ReadOnly)) {
        return {};
    }
    const QJsonObject document = QJsonDocument::fromJson(file.readAll()).object();
    const QJsonValue usual = document.value("defaults"_L1)["modes"_L1];
    const QJsonArray offers = document.value("offers"_L1).toArray();
    for (const QJsonValue &offer : offers) {
        const QString model = offer["model"_L1].toString();
        const QJsonArray modes = (offer["modes"_L1].isArray() ? offer["modes"_L1] : usual).toArray();
        if (modes.contains(u"text-to-image"_s) && preferred.value(provider, model) == model) {
            return provider + u'/' + model;
        }
    }
    return {};
}

QString addressVariable(const QString &provider)
{
    return u"LIGHTWELL_%1_BASE_URL"_s.arg(provider.toUpper().replace(u'-', u'_'));
}

} // namespace

std::vector<SoakVendor> soakVendors(QProcessEnvironment &environment)
{
    std::vector<SoakVendor> vendors;
    const QStringList names = standInNames();
    for (const QString &name : names) {
        std::unique_ptr<StandIn> made = makeStandIn(name);
        auto *standIn = dynamic_cast<VendorStandIn *>(made.get());
        const QString model = modelOf(name);
        if (!standIn || model.isEmpty()) {
            continue;
        }
        static_cast<void>(made.release());
        if (const auto *vertex = dynamic_cast<const VertexStandIn *>(standIn)) {
            environment.insert(u"GOOGLE_APPLICATION_CREDENTIALS"_s, QString::fromUtf8(vertex->serviceAccount()));
        }
        environment.insert(addressVariable(name), standIn->baseUrl().toString());
        standIn->setPolls(1);
        standIn->hurry();
        standIn->fillTheAccount();
        vendors.push_back({name, model, std::unique_ptr<VendorStandIn>(standIn)});
    }
    for (const Key &key : keys) {
        environment.insert(QString::fromLatin1(key.variable), QString::fromLatin1(key.value));
    }
    return vendors;
}

} // namespace lightwell::test
