// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/gateway/dialects/picturetool.h"

namespace lightwell {

/// The answer of a text model whose pictures are made here, as a dialect writes it: words and pictures in turn. Every
/// function gives the events that a stream gets; who awaits one piece drops them and takes whole() at the end. No input
/// or output; has the state of one answer.
class ToolAnswer
{
public:
    virtual ~ToolAnswer() = default;

    /// It begins without a text model: this generation makes its only picture.
    [[nodiscard]] virtual QByteArray begin(const Generation &generation) = 0;
    [[nodiscard]] virtual QByteArray words(const QByteArray &piece) = 0; ///< of the stream of /chat/completions
    [[nodiscard]] virtual QByteArray endTurn() = 0; ///< the model has said what it says before the pictures
    [[nodiscard]] virtual QByteArray beginPicture(const QString &generation) = 0; ///< one at a time
    /// A sketch of it; `index` counts from 0.
    [[nodiscard]] virtual QByteArray preview(const ToolPreview &preview, int index) = 0;
    [[nodiscard]] virtual QByteArray endPicture(const ToolPicture &picture) = 0;

    /// All words that the model said, where whole() has them in one message, which may be mended before. Here nothing.
    struct Said
    {
        QString words;
        bool wasCutOff = false; ///< the last turn ended at a limit of tokens
    };
    [[nodiscard]] virtual std::optional<Said> said() const { return std::nullopt; }

    struct End
    {
        const Generation &outcome; ///< of the first step, with the cost of all
        std::optional<Error> fault; ///< something failed, and what was made is all there is
        std::optional<HealedWords> healed = {}; ///< what said() tells, where it was looked through for JSON
        QByteArray echo = {}; ///< Telling::echo
    };
    [[nodiscard]] virtual QByteArray end(const End &end) = 0;
    [[nodiscard]] virtual QByteArray whole(const End &end) = 0;
};

} // namespace lightwell
