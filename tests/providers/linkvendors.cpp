// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/providers/linkvendors.h"

#include "providers/registry.h"
#include "tests/providers/drive.h"
#include "tests/providers/plans.h"
#include "tests/standins/factory.h"

#include <QTest>

#include <algorithm>

namespace lightwell::test {

using namespace Qt::StringLiterals;

namespace {

struct Row
{
    const char *vendor;
    const char *key;
    const char *offer;
    /// For vendors whose stand-in sends the pictures themselves: how links may come all the same. Null: it sends links.
    const char *answer = nullptr;
};

constexpr auto openAiLike = R"({"created":1,"data":[{"url":"%1"}]})";

constexpr Row rows[] = {
    {"alibaba", "sk-alibaba-standin", "alibaba/qwen-image-2.0"},
    {"azure-openai", "0123456789azurestandinkey", "azure-openai/gpt-image-2", openAiLike},
    {"bria", "bria-standin-token", "bria/bria-fibo", R"({"request_id":"1","result":{"image_url":"%1"}})"},
    {"byteplus", "ark-standin", "byteplus/seedream-5.0-pro", openAiLike},
    {"deepinfra", "deepinfra-standin", "deepinfra/flux-2-dev", openAiLike},
    {"huggingface", "hf_standin", "huggingface/flux-1-schnell", openAiLike},
    {"lumenfall", "lmnfl_id.standin", "lumenfall/gpt-image-2", openAiLike},
    {"minimax", "minimax-standin-key", "minimax/minimax-image-01",
     R"({"data":{"image_urls":["%1"]},"base_resp":{"status_code":0,"status_msg":"success"}})"},
    {"novita", "sk_novita-standin", "novita/seedream-4.5"},
    {"openai", "sk-standin-key", "openai/gpt-image-2", openAiLike},
    {"openrouter", "sk-or-v1-standin", "openrouter/gpt-image-2",
     R"({"choices":[{"message":{"content":"","images":[{"type":"image_url","image_url":{"url":"%1"}}]}}]})"},
    {"recraft", "recraft-standin-token", "recraft/recraft-v4.1"},
    {"siliconflow", "sk-siliconflow-standin", "siliconflow/kolors"},
    {"together", "tgp_v1_standin", "together/flux-2-pro", openAiLike},
    {"xai", "xai-standin", "xai/grok-imagine-image", openAiLike},
};

const Row &rowOf(const QString &name)
{
    const auto *row = std::find_if(std::begin(rows), std::end(rows),
                                   [&name](const Row &entry) { return name == QLatin1StringView(entry.vendor); });
    Q_ASSERT(row != std::end(rows));
    return *row;
}

/// Has nothing but pictures.
class Shelf : public VendorStandIn
{
public:
    using VendorStandIn::publish;

protected:
    [[nodiscard]] QString pointOf(const Received &) const override { return {}; }
    [[nodiscard]] Reply answer(const Received &, const QString &) override { return Reply::json({}, 404); }
};

} // namespace

LinkVendor::LinkVendor(const QString &name)
{
    const Row &row = rowOf(name);
    registerAdapters(m_registry);
    m_adapter = m_registry.find(name);
    std::unique_ptr<StandIn> made = makeStandIn(name);
    m_standIn.reset(dynamic_cast<VendorStandIn *>(made.release()));
    QVERIFY(m_adapter && m_standIn);
    m_files = m_standIn.get();
    m_credentials = {row.key, {}, m_standIn->baseUrl()};
    const QString offer = QString::fromLatin1(row.offer);
    m_plan = catalogPlan(offer, wishFor(offer));
    if (row.answer) {
        auto shelf = std::make_unique<Shelf>();
        const QString link = shelf->publish(pngOf({64, 64}), ImageFormat::Png);
        m_standIn->setTrouble(
            [reply = Reply::bytes(QString::fromLatin1(row.answer).arg(link).toUtf8(), "application/json")](
                const QString &) { return std::optional(std::pair(reply, VendorStandIn::Instead::OfAnswer)); });
        m_files = shelf.get();
        m_shelf = std::move(shelf);
    }
}

LinkVendor::~LinkVendor() = default;

QStringList LinkVendor::names()
{
    QStringList names;
    for (const Row &row : rows) {
        names.append(QLatin1StringView(row.vendor));
    }
    return names;
}

} // namespace lightwell::test
