// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "providers/text/textonly.h"

#include "core/adapter/vendorreasons.h"
#include "providers/common/openailike.h"

namespace lightwell {

using namespace Qt::StringLiterals;

namespace {

class TextOnlyAdapter : public OpenAiLikeAdapter
{
public:
    using OpenAiLikeAdapter::OpenAiLikeAdapter;

protected:
    [[nodiscard]] Result<HttpRequest> write(const Plan &, const PlannedCall &, const QUrl &) const override
    {
        return notSent(ErrorKind::Unsupported, reasons::notOffered(name()));
    }
};

/// Its list of models, by which a key is checked, has its own headers; chats take the key as OpenAI's do, too.
class AnthropicAdapter : public TextOnlyAdapter
{
public:
    using TextOnlyAdapter::TextOnlyAdapter;

protected:
    void identify(HttpRequest &request, const Credentials &credentials) const override
    {
        TextOnlyAdapter::identify(request, credentials);
        request.setHeader("anthropic-version", "2023-06-01");
    }
};

OpenAiLikeProfile profileOf(const QString &id, const QString &name, const QString &home, const QString &keyPage)
{
    OpenAiLikeProfile profile;
    profile.info.id = id;
    profile.info.name = name;
    profile.info.defaultBaseUrl = QUrl(home);
    profile.info.keyPage = QUrl(keyPage);
    profile.info.keyVariables = {id.toUpper() + u"_API_KEY"_s};
    return profile;
}

} // namespace

std::unique_ptr<Adapter> anthropicAdapter()
{
    OpenAiLikeProfile profile = profileOf(u"anthropic"_s, u"Anthropic"_s, u"https://api.anthropic.com"_s,
                                          u"https://console.anthropic.com/settings/keys"_s);
    profile.key = {"x-api-key"_ba, {}};
    return std::make_unique<AnthropicAdapter>(std::move(profile));
}

std::unique_ptr<Adapter> mistralAdapter()
{
    return std::make_unique<TextOnlyAdapter>(profileOf(u"mistral"_s, u"Mistral AI"_s, u"https://api.mistral.ai"_s,
                                                       u"https://console.mistral.ai/api-keys"_s));
}

std::unique_ptr<Adapter> deepSeekAdapter()
{
    return std::make_unique<TextOnlyAdapter>(profileOf(u"deepseek"_s, u"DeepSeek"_s, u"https://api.deepseek.com"_s,
                                                       u"https://platform.deepseek.com/api_keys"_s));
}

std::unique_ptr<Adapter> groqAdapter()
{
    OpenAiLikeProfile profile =
        profileOf(u"groq"_s, u"Groq"_s, u"https://api.groq.com"_s, u"https://console.groq.com/keys"_s);
    profile.version = u"/openai/v1"_s;
    return std::make_unique<TextOnlyAdapter>(std::move(profile));
}

} // namespace lightwell
