// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "providers/common/openailikeprofile.h"
#include "providers/common/synchronousadapter.h"

namespace lightwell {

/// Speaks the dialect of OpenAI's Images API: a generation as JSON, an edit as JSON or multipart/form-data.
///
/// Read from Offer::wire, beside the common keys:
///   imageAs   "file" (default here): reference pictures go to the edits as uploads, with the mask.
///             "data-url" or "base64": they go into fields["image"] of a generation (LocalAI, Together AI and others),
///             as an array where imageList is true, unless the profile says otherwise. A mask then goes into
///             fields["mask"] the same way.
///   constants response_format belongs here, for servers that know it; OpenAI's own models refuse it.
class OpenAiLikeAdapter : public SynchronousAdapter
{
public:
    explicit OpenAiLikeAdapter(OpenAiLikeProfile profile);

    [[nodiscard]] std::optional<Error> readKeyCheck(const HttpResponse &response) const override;
    [[nodiscard]] QList<Interim> streamed(const Plan &plan, const AdapterState &state,
                                          const StreamEvent &event) const override;

protected:
    [[nodiscard]] const OpenAiLikeProfile &profile() const { return m_profile; }
    /// The whole address of a path behind the version.
    [[nodiscard]] QUrl address(const QUrl &baseUrl, const QString &path) const;
    [[nodiscard]] Result<HttpRequest> write(const Plan &plan, const PlannedCall &call,
                                            const QUrl &baseUrl) const override;
    [[nodiscard]] HttpRequest writeKeyCheck(const QUrl &baseUrl) const override;
    void identify(HttpRequest &request, const Credentials &credentials) const override;
    [[nodiscard]] bool streams(const Plan &plan) const override;
    [[nodiscard]] Step readAnswer(const Plan &plan, const AdapterState &state, const HttpResponse &response,
                                  const QByteArray &key) const override;
    /// First by its code, then by its status. A moderation refusal counts as free unless the vendor says that it came
    /// after the picture was made.
    [[nodiscard]] Error readError(const HttpResponse &response, const Offer &offer,
                                  const QByteArray &key) const override;

private:
    OpenAiLikeProfile m_profile;
};

} // namespace lightwell
