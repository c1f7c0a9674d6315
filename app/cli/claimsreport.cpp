// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/claimsreport.h"

#include "core/model/boundedjson.h"
#include "core/model/json.h"

#include <QCoreApplication>
#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace lightwell {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(lightwell::CommandLine)
};

void add(QStringList &lines, const QString &name, const QString &value)
{
    if (!value.isEmpty()) {
        lines.append(Text::tr("%1: %2").arg(name, value));
    }
}

template<typename Number>
QString textOf(const std::optional<Number> &number)
{
    return number ? QString::number(*number) : QString();
}

QString nameAndVersion(const QString &name, const QString &version)
{
    return name == version ? name : u"%1 %2"_s.arg(name, version).trimmed();
}

QString sizeText(QSize size)
{
    return size.isValid() ? u"%1x%2"_s.arg(size.width()).arg(size.height()) : QString();
}

void addRecipe(QStringList &lines, const ClaimedRecipe &recipe)
{
    add(lines, Text::tr("Program"), nameAndVersion(recipe.program, recipe.version));
    add(lines, Text::tr("Prompt"), recipe.prompt);
    add(lines, Text::tr("Negative prompt"), recipe.negativePrompt);
    add(lines, Text::tr("Model"), recipe.model);
    add(lines, Text::tr("Seed"), recipe.seed);
    add(lines, Text::tr("Size"), sizeText(recipe.size));
    add(lines, Text::tr("Steps"), textOf(recipe.tuning.steps));
    add(lines, Text::tr("Guidance"), textOf(recipe.tuning.guidance));
    add(lines, Text::tr("Strength"), textOf(recipe.tuning.strength));
    add(lines, Text::tr("Sampler"), recipe.sampler);
    for (const Lora &lora : recipe.tuning.loras) {
        add(lines, u"LoRA"_s, u"%1 (%2)"_s.arg(lora.name).arg(lora.weight));
    }
    for (const auto &[name, value] : recipe.settings) {
        add(lines, name, value);
    }
}

void addLabels(QStringList &lines, const AiLabels &labels)
{
    add(lines, Text::tr("Source type, as claimed"), labels.digitalSourceType);
    add(lines, Text::tr("AI system, as claimed"), nameAndVersion(labels.system, labels.systemVersion));
    add(lines, Text::tr("Prompt writer, as claimed"), labels.promptWriter);
    add(lines, Text::tr("China's AI label, as claimed"), labels.aigc);
}

void addCredentials(QStringList &lines, const ClaimedCredentials &credentials)
{
    lines.append(Text::tr("Content credentials (C2PA), claimed and not checked:"));
    add(lines, Text::tr("Made by"), credentials.generator);
    add(lines, Text::tr("Signed by"), credentials.signedBy);
    for (const ClaimedCredentials::Action &action : credentials.actions) {
        QStringList said {action.name, action.softwareAgent, action.digitalSourceType};
        said.removeAll(QString());
        add(lines, Text::tr("Action"), said.join(u", "_s));
    }
}

QJsonObject recipeReport(const ClaimedRecipe &recipe)
{
    QJsonObject report;
    json::putIfSet(report, "program"_L1, recipe.program);
    json::putIfSet(report, "version"_L1, recipe.version);
    json::putIfSet(report, "prompt"_L1, recipe.prompt);
    json::putIfSet(report, "negative_prompt"_L1, recipe.negativePrompt);
    json::putIfSet(report, "model"_L1, recipe.model);
    json::putIfSet(report, "seed"_L1, recipe.seed);
    json::putIfSet(report, "size"_L1, sizeText(recipe.size));
    json::putIfSet(report, "sampler"_L1, recipe.sampler);
    if (const QJsonObject tuning = recipe.tuning.toJson(); !tuning.isEmpty()) {
        report.insert("tuning"_L1, tuning);
    }
    QJsonObject settings;
    for (const auto &[name, value] : recipe.settings) {
        settings.insert(name, value);
    }
    if (!settings.isEmpty()) {
        report.insert("settings"_L1, settings);
    }
    json::putIfSet(report, "raw"_L1, recipe.raw);
    return report;
}

QJsonObject labelsReport(const AiLabels &labels)
{
    QJsonObject report;
    json::putIfSet(report, "digital_source_type"_L1, labels.digitalSourceType);
    json::putIfSet(report, "ai_system"_L1, labels.system);
    json::putIfSet(report, "ai_system_version"_L1, labels.systemVersion);
    json::putIfSet(report, "ai_prompt"_L1, labels.prompt);
    json::putIfSet(report, "ai_prompt_writer"_L1, labels.promptWriter);
    json::putIfSet(report, "aigc"_L1, labels.aigc);
    return report;
}

QJsonObject credentialsReport(const ClaimedCredentials &credentials)
{
    QJsonObject report {{"checked"_L1, false}};
    json::putIfSet(report, "generator"_L1, credentials.generator);
    json::putIfSet(report, "signed_by"_L1, credentials.signedBy);
    json::putIfSet(report, "title"_L1, credentials.title);
    QJsonArray actions;
    for (const ClaimedCredentials::Action &action : credentials.actions) {
        QJsonObject entry;
        json::putIfSet(entry, "action"_L1, action.name);
        json::putIfSet(entry, "digital_source_type"_L1, action.digitalSourceType);
        json::putIfSet(entry, "software_agent"_L1, action.softwareAgent);
        actions.append(entry);
    }
    report.insert("actions"_L1, actions);
    return report;
}

} // namespace

QStringList claimsLines(const PictureClaims &claims)
{
    QStringList lines;
    if (claims.recipe) {
        addRecipe(lines, *claims.recipe);
    }
    addLabels(lines, claims.labels);
    if (claims.credentials) {
        addCredentials(lines, *claims.credentials);
    }
    add(lines, Text::tr("Content credentials (C2PA) elsewhere, not looked at"), claims.remoteCredentials);
    if (lines.isEmpty()) {
        lines.append(Text::tr("It does not say how it was made, which proves nothing."));
    }
    return lines;
}

QJsonObject claimsReport(const PictureClaims &claims)
{
    QJsonObject report;
    if (claims.recipe) {
        report.insert("recipe"_L1, recipeReport(*claims.recipe));
    }
    if (claims.own) {
        const Result<QJsonObject> own = readJsonObject(claims.own->toJson(), jsonlimits::own);
        report.insert("lightwell"_L1, own ? *own : QJsonObject());
    }
    if (!claims.labels.isEmpty()) {
        report.insert("labels"_L1, labelsReport(claims.labels));
    }
    if (claims.credentials) {
        report.insert("content_credentials"_L1, credentialsReport(*claims.credentials));
    }
    json::putIfSet(report, "remote_content_credentials"_L1, claims.remoteCredentials);
    return report;
}

} // namespace lightwell
