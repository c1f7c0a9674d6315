// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/standins/vendorstandin.h"

namespace lightwell::test {

/// A vendor of text models that speaks OpenAI's API, at whatever path it has it: chat/completions, responses (with
/// streams), embeddings and the list of models. Says what it was told last, word by word;
/// "call the tool NAME" calls it, "draw PROMPT" the function image_generation, "damaged JSON" is answered with that.
/// Counts four characters as a token.
///
/// Points to script: "chat", "responses", "embeddings", "models".
class ChatApiStandIn : public VendorStandIn
{
public:
    QByteArray key = "chat-key";
    bool tellsUsage = true; ///< at the end of a stream, where it is asked to

protected:
    [[nodiscard]] QString pointOf(const Received &request) const override;
    [[nodiscard]] Reply answer(const Received &request, const QString &point) override;

private:
    [[nodiscard]] Reply chat(const QJsonObject &body);
    [[nodiscard]] Reply responses(const QJsonObject &body);
    [[nodiscard]] Reply embeddings(const QJsonObject &body);
};

} // namespace lightwell::test
