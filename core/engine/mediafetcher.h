// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/adapter/adapter.h"
#include "core/transport/backoff.h"
#include "core/transport/httpclient.h"

#include <QDeadlineTimer>
#include <QObject>
#include <QPointer>

namespace lightwell {

/// Fetches what a vendor made from the links it gave, one after the other and without the key. All of it is paid for:
/// a link that fails for the moment is asked for again, and one that stays away does not stop the others. What it is
/// fetching when it goes is given up.
class MediaFetcher : public QObject
{
    Q_OBJECT
public:
    /// `ownAddress`: where the user says the vendor is; links to there are the user's word.
    MediaFetcher(HttpClient &http, ProviderInfo vendor, QUrl ownAddress, QObject *parent);
    ~MediaFetcher() override;

    /// `silence`: of the server behind a link, until it is asked again; never after `deadline`.
    void fetch(const QList<ProducedMedia> &media, QDeadlineTimer deadline, std::chrono::milliseconds silence);

Q_SIGNALS:
    void fetching(); ///< the next link is asked for
    /// Exactly once, also from within fetch(): those that came, with their bytes, and why others did not.
    void finished(const QList<lightwell::ProducedMedia> &media, const std::optional<lightwell::Error> &missing);

private:
    void next();
    [[nodiscard]] HttpCall *ask(const QUrl &url);
    [[nodiscard]] TransportLimits limits() const;
    void answered(const HttpResult &result);

    HttpClient &m_http;
    const ProviderInfo m_vendor;
    const QUrl m_ownAddress;
    QDeadlineTimer m_deadline;
    std::chrono::milliseconds m_silence {0};
    Backoff m_backoff;
    QPointer<HttpCall> m_running;
    QList<ProducedMedia> m_media;
    std::optional<Error> m_missing;
    qsizetype m_at = 0;
    int m_repeats = 0; ///< of the same link
};

} // namespace lightwell
