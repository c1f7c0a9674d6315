// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonObject>
#include <QList>
#include <QString>
#include <QStringList>

#include <optional>

namespace lightwell {

/// A small addition to a model ("LoRA") that teaches it a style or a subject.
struct Lora
{
    QString name; ///< the vendor's id or path of it
    double weight = 1; ///< how strongly it counts, -10 to 10

    friend bool operator==(const Lora &, const Lora &) = default;
};

/// How a picture is to be made, in terms that many vendors share and each of them calls otherwise. What is not said is
/// the vendor's own choice. The names are those of the gateway's fields and of Offer::fields.
struct Tuning
{
    std::optional<int> steps; ///< "steps" of denoising, 1 to 500
    std::optional<double>
        guidance; ///< "guidance": how strictly the prompt is followed, 0 to 100 on the model's own scale
    std::optional<double> strength; ///< "strength": how much of the reference is repainted, 0 (nothing) to 1 (all)
    /// "moderation", the vendor's filter: "auto", "low", or "0" (strictest) to "6" (loosest) as safety_tolerance
    /// counts.
    QString moderation;
    QString inputFidelity; ///< "input_fidelity": how closely references are kept, "low" or "high"
    std::optional<bool> promptEnhancement; ///< "prompt_enhancement": whether the vendor may rewrite the prompt
    QString scheduler; ///< "scheduler": the offer's own name of a sampler
    QList<Lora> loras; ///< "loras", at most 10
    std::optional<double>
        scaleFactor; ///< "scale_factor": how many times wider and higher an upscaled picture is, 1 to 16

    [[nodiscard]] static const QStringList &names(); ///< of all, as above
    [[nodiscard]] QJsonValue value(const QString &name) const; ///< undefined: it is not said
    /// Reads one of them. Numbers and truth may be words, as in forms; a LoRA may be its name alone, or have "path" and
    /// "scale". False, and nothing is changed: this is no value of it, or out of its range.
    [[nodiscard]] bool read(const QString &name, const QJsonValue &value);

    [[nodiscard]] QJsonObject toJson() const; ///< what is said
    [[nodiscard]] static Tuning fromJson(const QJsonObject &object); ///< other fields may stand there
    friend bool operator==(const Tuning &, const Tuning &) = default;
};

namespace tuninglimits {

inline constexpr int steps = 500;
inline constexpr double guidance = 100;
inline constexpr double strength = 1;
inline constexpr int tolerance = 6; ///< of the scale of "moderation"
inline constexpr double loraWeight = 10;
inline constexpr qsizetype loras = 10;
inline constexpr double scaleFactor = 16;

} // namespace tuninglimits

} // namespace lightwell
