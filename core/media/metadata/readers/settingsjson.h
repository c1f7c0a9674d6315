// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/media/claims.h"

#include <QJsonObject>

/// JSON in pictures, as programs in other languages write it.
namespace lightwell::metadata {

/// An object of at most 4 MiB and 64 levels. Takes the NaN and Infinity of Python, as null; whole numbers that a double
/// would round come as text.
[[nodiscard]] std::optional<QJsonObject> settingsObject(const QString &text);

/// A text, a number or a truth as text; empty for anything else.
[[nodiscard]] QString wordOf(const QJsonValue &value);
/// An object, or a text that holds one.
[[nodiscard]] QJsonObject objectOf(const QJsonValue &value);
/// A list; a text with commas is one too, also as Python writes lists: "['a', 'b']".
[[nodiscard]] QStringList listOf(const QJsonValue &value);
/// Of the first of these keys that is there.
[[nodiscard]] QJsonValue firstOf(const QJsonObject &object, std::initializer_list<QLatin1StringView> keys);

/// "512x768", "(512, 768)" and the like; invalid where it is none.
[[nodiscard]] QSize sizeOf(const QString &text);
[[nodiscard]] QSize sizeOf(const QJsonValue &width, const QJsonValue &height);
/// The digits of a seed; empty where it is none, or says "any" (-1).
[[nodiscard]] QString seedOf(const QString &text);
/// The last part of a path in either notation, and any other name as it is. Where a file lay is nobody's business.
[[nodiscard]] QString lastPart(const QString &path);
void addLora(ClaimedRecipe &recipe, const QString &name, const QJsonValue &weight);

/// Takes the settings out of an object one by one; what nobody took becomes `settings` at the end.
class SettingsTaker
{
public:
    SettingsTaker(QJsonObject object, ClaimedRecipe &recipe)
        : m_rest(std::move(object))
        , m_recipe(recipe)
    {
    }

    /// Of the first of these keys that is there; all of them are done with.
    QJsonValue take(std::initializer_list<QLatin1StringView> keys);
    QString word(std::initializer_list<QLatin1StringView> keys) { return wordOf(take(keys)); }
    /// The fields that all programs have, under this one's names.
    void takePrompt(std::initializer_list<QLatin1StringView> keys) { m_recipe.prompt = word(keys); }
    void takeNegative(std::initializer_list<QLatin1StringView> keys) { m_recipe.negativePrompt = word(keys); }
    void takeSeed(std::initializer_list<QLatin1StringView> keys) { m_recipe.seed = seedOf(word(keys)); }
    void takeModel(std::initializer_list<QLatin1StringView> keys) { m_recipe.model = lastPart(word(keys)); }
    void takeSampler(std::initializer_list<QLatin1StringView> keys) { m_recipe.sampler = word(keys); }
    void takeTuning(QLatin1StringView name, std::initializer_list<QLatin1StringView> keys);
    void takeSize() { m_recipe.size = sizeOf(take({QLatin1StringView("width")}), take({QLatin1StringView("height")})); }
    void takeLora(const QString &name, const QJsonValue &weight) { addLora(m_recipe, name, weight); }
    /// Two lists side by side.
    void takeLoras(std::initializer_list<QLatin1StringView> names, std::initializer_list<QLatin1StringView> weights);
    /// What is left and is short, without what may name a person's folders.
    void keepRest();

private:
    QJsonObject m_rest;
    ClaimedRecipe &m_recipe;
};

} // namespace lightwell::metadata
