// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/media/ailabels.h"
#include "core/media/codec.h"
#include "core/media/recipe.h"

#include <QList>

namespace lightwell {

/// How a picture was made, as its file says it in any program's words. What it does not say stays empty.
struct ClaimedRecipe
{
    QString program; ///< by its proper name: "ComfyUI", "Lightwell", …; empty: the text does not tell
    QString version; ///< of the program
    QString prompt;
    QString negativePrompt;
    QString model; ///< as the program names it; a path is cut to its last part
    QString seed; ///< in digits: programs have up to 2^64 - 1, more than a number of JSON keeps
    QSize size; ///< that was asked for; the picture may have been enlarged since
    QString sampler;
    Tuning tuning; ///< steps, guidance, strength, loras
    QList<std::pair<QString, QString>> settings = {}; ///< what else is said, in the program's words and order
    QString raw = {}; ///< all of it as it stands, cut where it is long

    friend bool operator==(const ClaimedRecipe &, const ClaimedRecipe &) = default;
};

/// What the content credentials (C2PA) of a file say. Neither their signature nor that they belong to this picture is
/// checked.
struct ClaimedCredentials
{
    QString generator; ///< the program that wrote the claim
    QString signedBy; ///< the organisation in the certificate; anybody can make one
    QString title;
    struct Action
    {
        QString name; ///< "c2pa.created", …
        QString digitalSourceType; ///< as AiLabels has it
        QString softwareAgent;

        friend bool operator==(const Action &, const Action &) = default;
    };
    QList<Action> actions;

    friend bool operator==(const ClaimedCredentials &, const ClaimedCredentials &) = default;
};

/// What a picture's file says of itself. All of it is claimed, and that nothing is claimed says nothing.
struct PictureClaims
{
    std::optional<ClaimedRecipe> recipe;
    std::optional<Recipe> own; ///< the same where Lightwell wrote it, with what only that has
    AiLabels labels;
    std::optional<ClaimedCredentials> credentials;
    QString remoteCredentials; ///< dcterms:provenance: where they lie instead; nobody has looked
    bool isInBooks = false; ///< no file claims the recipe: Lightwell's own books have it

    friend bool operator==(const PictureClaims &, const PictureClaims &) = default;
};

/// Reads whatever programs leave in pictures of any format. Pixels are decoded only where no text says anything and
/// they may hide one (the lowest bits, as NovelAI and Forge write them). Takes its time: call it on the thread pool.
[[nodiscard]] PictureClaims readClaims(const QByteArray &bytes, const DecodeLimits &limits = {});
/// The recipe of a picture that says none of itself, as the books have it.
void addFromBooks(PictureClaims &claims, const Recipe &recipe);

} // namespace lightwell
