// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/adapter/adapterregistry.h"
#include "providers/registry.h"

#include <QTest>

using namespace lightwell;
using namespace Qt::StringLiterals;

namespace {

struct Known
{
    const char *id;
    QStringList variables = {}; ///< of the key and what belongs to it; the first is the key's usual one
};

const QList<Known> &everyProvider()
{
    static const QList<Known> known {
        {"openai", {u"OPENAI_API_KEY"_s}},
        {"azure-openai", {u"AZURE_OPENAI_API_KEY"_s}},
        {"google-gemini", {u"GEMINI_API_KEY"_s}},
        {"google-vertex", {u"GOOGLE_APPLICATION_CREDENTIALS"_s}},
        {"replicate", {u"REPLICATE_API_TOKEN"_s}},
        {"fal", {u"FAL_KEY"_s}},
        {"fireworks", {u"FIREWORKS_API_KEY"_s}},
        {"black-forest-labs", {u"BFL_API_KEY"_s}},
        {"stability", {u"STABILITY_API_KEY"_s}},
        {"together", {u"TOGETHER_API_KEY"_s}},
        {"ideogram", {u"IDEOGRAM_API_KEY"_s}},
        {"recraft", {u"RECRAFT_API_TOKEN"_s}},
        {"luma", {u"LUMA_API_KEY"_s}},
        {"xai", {u"XAI_API_KEY"_s}},
        {"amazon-bedrock",
         {u"AWS_ACCESS_KEY_ID"_s, u"AWS_SECRET_ACCESS_KEY"_s, u"AWS_SESSION_TOKEN"_s, u"AWS_REGION"_s}},
        {"openrouter", {u"OPENROUTER_API_KEY"_s}},
        {"huggingface", {u"HF_TOKEN"_s}},
        {"deepinfra", {u"DEEPINFRA_API_KEY"_s}},
        {"runware", {u"RUNWARE_API_KEY"_s}},
        {"leonardo", {u"LEONARDO_API_KEY"_s}},
        {"alibaba", {u"DASHSCOPE_API_KEY"_s}},
        {"byteplus", {u"ARK_API_KEY"_s}},
        {"minimax", {u"MINIMAX_API_KEY"_s}},
        {"bria", {u"BRIA_API_TOKEN"_s}},
        {"prodia", {u"PRODIA_TOKEN"_s}},
        {"novita", {u"NOVITA_API_KEY"_s}},
        {"siliconflow", {u"SILICONFLOW_API_KEY"_s}},
        {"cloudflare", {u"CLOUDFLARE_API_TOKEN"_s, u"CLOUDFLARE_ACCOUNT_ID"_s}},
        {"lumenfall", {u"LUMENFALL_API_KEY"_s}},
        {"anthropic", {u"ANTHROPIC_API_KEY"_s}},
        {"mistral", {u"MISTRAL_API_KEY"_s}},
        {"deepseek", {u"DEEPSEEK_API_KEY"_s}},
        {"groq", {u"GROQ_API_KEY"_s}},
        {"automatic1111"},
        {"comfyui"},
        {"sd-cpp"},
        {"localai"},
        {"sketchbook"},
        {"openai-compatible"},
    };
    return known;
}

} // namespace

/// Scripts, settings and journals name providers by their ids and find keys under the vendors' own variables: neither
/// may be lost or change.
class TestRegistry : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { registerAdapters(m_registry); }
    void everyProviderIsThere_data();
    void everyProviderIsThere();
    void noOtherIs();

private:
    AdapterRegistry m_registry;
};

void TestRegistry::everyProviderIsThere_data()
{
    QTest::addColumn<QStringList>("variables");
    for (const Known &provider : everyProvider()) {
        QTest::newRow(provider.id) << provider.variables;
    }
}

void TestRegistry::everyProviderIsThere()
{
    QFETCH(const QStringList, variables);
    const QString id = QString::fromLatin1(QTest::currentDataTag());
    const Adapter *adapter = m_registry.find(id);
    QVERIFY(adapter);
    const ProviderInfo &info = adapter->info();
    QCOMPARE(info.id, id);
    QStringList known = info.keyVariables;
    for (const CredentialField &field : info.fields) {
        known.append(field.variable);
    }
    for (const QString &variable : variables) {
        QVERIFY2(known.contains(variable), qPrintable(variable));
    }
    QVERIFY(variables.isEmpty() || info.keyVariables.value(0) == variables.first()); // older names come behind
}

void TestRegistry::noOtherIs()
{
    QCOMPARE(m_registry.providers().size(), everyProvider().size());
}

QTEST_GUILESS_MAIN(TestRegistry)
#include "test_registry.moc"
