// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/budgets/books.h"

#include <QObject>

#include <memory>

class QSaveFile;

namespace lightwell {

/// Writes the entries that a filter shows into a file, a piece at a time, on the thread pool. Goes when it has ended.
/// Either all of the file is written or none.
class LedgerCsv : public QObject
{
    Q_OBJECT
public:
    LedgerCsv(Books &books, const LedgerFilter &filter, const QString &path, QObject *parent);
    ~LedgerCsv() override;
    void start();
    /// The lines of these, without the first one, which names the columns.
    [[nodiscard]] static QByteArray lines(const QList<LedgerRow> &calls);
    [[nodiscard]] static QByteArray header();

Q_SIGNALS:
    void written(qint64 entries);
    void failed(const QString &why);

private:
    void readOn();
    void write(const QByteArray &piece, bool isLast);
    Books &m_books;
    LedgerFilter m_filter;
    std::shared_ptr<QSaveFile> m_file; ///< shared with work on the thread pool
    qint64 m_entries = 0;
};

} // namespace lightwell
