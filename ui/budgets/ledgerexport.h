// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/budgets/books.h"

#include <QObject>

#include <memory>

class QSaveFile;

namespace lightwell {

/// Writes the entries that a filter shows into a file (see core/ledger/ledgercsv.h), a piece at a time, on the thread
/// pool. Goes when it has ended. Either all of the file is written or none.
class LedgerExport : public QObject
{
    Q_OBJECT
public:
    /// `clients` has the names of the gateway's clients by id.
    LedgerExport(Books &books, const LedgerFilter &filter, QHash<QString, QString> clients, const QString &path,
                 QObject *parent);
    ~LedgerExport() override;
    void start();

Q_SIGNALS:
    void written(qint64 entries);
    void failed(const QString &why);

private:
    void readOn();
    void write(const QByteArray &piece, bool isLast);
    Books &m_books;
    LedgerFilter m_filter;
    const QHash<QString, QString> m_clients;
    std::shared_ptr<QSaveFile> m_file; ///< shared with work on the thread pool
    qint64 m_entries = 0;
};

} // namespace lightwell
