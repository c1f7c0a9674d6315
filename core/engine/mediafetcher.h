// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/adapter/adapter.h"
#include "core/engine/repeats.h"
#include "core/transport/httpclient.h"

#include <QDeadlineTimer>
#include <QObject>
#include <QPointer>

#include <list>

namespace lightwell {

/// Fetches what a vendor made from the links it gave, one after the other and without the key. All of it is paid for:
/// a link that fails for the moment is asked for again after the others, and one that stays away does not stop them.
/// What it is fetching when it goes is given up.
class MediaFetcher : public QObject
{
    Q_OBJECT
public:
    /// `ownAddress`: where the user says the vendor is; links to there are the user's word.
    MediaFetcher(HttpClient &http, ProviderInfo vendor, QUrl ownAddress, const CallPatience &patience, QObject *parent);
    ~MediaFetcher() override;

    void fetch(const QList<ProducedMedia> &media, QDeadlineTimer deadline);

    struct Missing
    {
        QList<ProducedMedia> media; ///< what did not come
        std::optional<Error> error; ///< why
    };

Q_SIGNALS:
    void fetching(); ///< the next link is asked for
    /// Exactly once, also from within fetch(): those that came, with their bytes, and why others did not.
    void finished(const QList<lightwell::ProducedMedia> &media, const lightwell::MediaFetcher::Missing &missing);

private:
    void next();
    [[nodiscard]] TransportLimits limits() const;
    void answered(const HttpResult &result);
    void end();

    HttpClient &m_http;
    const ProviderInfo m_vendor;
    const QUrl m_ownAddress;
    QDeadlineTimer m_deadline;
    const CallPatience m_patience;
    struct Link
    {
        qsizetype at; ///< in m_media
        Repeats repeats;
        QDeadlineTimer due; ///< when it is asked for again
    };
    QPointer<HttpCall> m_running;
    QList<ProducedMedia> m_media;
    std::list<Link> m_links; ///< those still to come; the first is the one under way
    std::optional<Error> m_error; ///< why one stayed away
};

} // namespace lightwell
