// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/adapter/modellist.h"
#include "core/engine/engine.h"

#include <QDeadlineTimer>

namespace lightwell {

struct HttpResult;

/// Reads a vendor's list of models, question by question; costs nothing. An answer that is none is asked for again a
/// few times. Tells Ticket::listed() once, after which the ticket goes, and this with it.
class ListFetch : public QObject
{
    Q_OBJECT
public:
    ListFetch(const EngineParts &parts, const ModelLister &lister, const QStringList &known,
              const CallPatience &patience, Ticket *ticket);
    void start();

private:
    void askFor(const Result<Credentials> &credentials);
    void ask();
    void answered(const HttpResult &result);
    void read(const HttpResponse &response);
    void retry(const Error &error, std::optional<std::chrono::milliseconds> after);
    void end(const Result<ModelList> &list);

    const EngineParts m_parts;
    const ModelLister &m_lister;
    const CallPatience m_patience;
    Ticket *m_ticket;
    const QDeadlineTimer m_deadline;
    Credentials m_credentials;
    ListProgress m_progress;
    QUrl m_first; ///< that the list was read from
    int m_tries = 0; ///< of the question at hand
};

} // namespace lightwell
