// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/secrets/secrets.h"
#include "core/storage/filemark.h"

#include <QThreadPool>

namespace lightwell {

/// The names of the user's keys at each provider, and which keys are set aside: what no place for keys can list. Never
/// a key. One small file that several programs on one home share: it is looked at anew for each question, and changed
/// under a lock on a thread of its own. What could not be written counts for this run all the same. Used on one thread.
///
/// The file: {"version": 1, "providers": {"fal": {"names": ["work"], "set_aside": [{"name": "work", "why": "refused",
/// "at": "…", "until": "…", "hint": "9f3a"}]}}}. One that cannot be read says nothing, and is written anew.
class KeyBook
{
public:
    explicit KeyBook(QString file); ///< empty: only in memory
    ~KeyBook(); ///< waits for what is being written
    Q_DISABLE_COPY_MOVE(KeyBook)

    struct Aside
    {
        SetAside state;
        QString hint; ///< of the key: another one in its place is not meant

        friend bool operator==(const Aside &, const Aside &) = default;
    };
    struct Provider
    {
        QStringList names; ///< in the order in which they came
        QHash<QString, Aside> aside; ///< by name
    };
    [[nodiscard]] Provider of(const QString &provider);

    void add(const KeyId &key); ///< a key without a name needs no entry
    void addForThisRun(const KeyId &key); ///< which is kept nowhere else either
    void remove(const KeyId &key);
    void setAside(const KeyId &key, const Aside &aside);
    void takeBack(const KeyId &key); ///< it is as good as any

private:
    enum class Kind { Add, Remove, SetAside, TakeBack };
    struct Change
    {
        Kind kind = Kind::Add;
        KeyId key;
        Aside aside = {};
    };
    using Book = QHash<QString, Provider>;
    void note(const Change &change);
    void look();
    static void apply(Book &book, const Change &change);
    static bool write(const QString &file, const Change &change);

    const QString m_file;
    Book m_written; ///< as the file says
    std::optional<FileMark> m_seen; ///< of the file then; nothing: it is read anew
    struct Pending;
    QList<std::shared_ptr<Pending>> m_pending; ///< what the file may not say yet, in order
    QMultiHash<QString, QString> m_thisRun; ///< names by provider that are in no file
    QThreadPool m_writer;
};

} // namespace lightwell
