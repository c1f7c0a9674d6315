// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/placedfiles.h"

#include "core/model/boundedjson.h"
#include "core/storage/durablefile.h"
#include "core/storage/keptaside.h"
#include "core/storage/readfile.h"
#include "core/storage/storagereasons.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <cstdio>
#include <unistd.h>
#include <utility>

using namespace Qt::StringLiterals;

namespace lightwell {

namespace {

bool isThere(const QString &path)
{
    const QFileInfo info(path);
    return info.exists() || info.isSymLink(); // one that leads nowhere has the name, too
}

bool renamed(const QString &from, const QString &to)
{
    return ::rename(QFile::encodeName(from).constData(), QFile::encodeName(to).constData()) == 0;
}

/// A second name for a file that keeps its first; where the file system has no second names, another one.
bool named(const QString &path, const QString &aside)
{
    return ::link(QFile::encodeName(path).constData(), QFile::encodeName(aside).constData()) == 0
        || renamed(path, aside);
}

Error notWritten(const QString &path)
{
    return notSent(ErrorKind::Storage, reasons::fileNotWritten(QDir::toNativeSeparators(path)));
}

} // namespace

PlacedFiles::PlacedFiles(QString note)
    : m_note(std::move(note))
{
}

void PlacedFiles::add(const QString &from, const QString &to)
{
    m_moves.append({from, to, isThere(to) ? nameAside(to, u"replaced"_s) : QString()});
}

void PlacedFiles::addUnlessThere(const QString &from, const QString &to)
{
    if (!isThere(to)) {
        m_moves.append({from, to, {}});
    }
}

void PlacedFiles::addDatabase(const QString &from, const QString &to)
{
    const QString base = nameAside(to, u"replaced"_s);
    for (const QLatin1StringView part : {"-wal"_L1, "-shm"_L1}) {
        if (isThere(to + part)) {
            m_moves.append({{}, to + part, base + part});
        }
    }
    m_moves.append({from, to, isThere(to) ? base : QString()});
}

QStringList PlacedFiles::keptAside() const
{
    QStringList names;
    for (const Move &move : m_moves) {
        if (!move.from.isEmpty() && !move.aside.isEmpty()) {
            names.append(move.aside);
        }
    }
    return names;
}

Status PlacedFiles::place()
{
    if (Status noted = writeNote(); !noted) {
        QFile::remove(m_note); // it may have its name, and not be on the disk for certain
        return noted;
    }
    for (const Move &move : std::as_const(m_moves)) {
        if (Status done = carryOut(move); !done) {
            if (undo(m_moves)) {
                QFile::remove(m_note);
            }
            return done;
        }
    }
    QFile::remove(m_note);
    // All is in its place: a disk that fails only now would not let it be undone.
    static_cast<void>(syncFolderOf(m_note));
    return Success();
}

Status PlacedFiles::takeBack(const QString &note)
{
    const Result<QByteArray> text = readRegularFile(note, jsonlimits::own.bytes);
    const Result<QJsonObject> read = text ? readJsonObject(*text, jsonlimits::own) : text.error();
    if (!read) {
        return read.error();
    }
    QList<Move> moves;
    const QJsonArray list = read->value("moves"_L1).toArray();
    for (const QJsonValue &move : list) {
        moves.append({move["from"_L1].toString(), move["to"_L1].toString(), move["aside"_L1].toString()});
    }
    if (Status undone = undo(moves); !undone) {
        return undone;
    }
    return QFile::remove(note) ? syncFolderOf(note) : Status(notWritten(note));
}

Status PlacedFiles::writeNote() const
{
    QJsonArray moves;
    for (const Move &move : m_moves) {
        moves.append(QJsonObject {{"from"_L1, move.from}, {"to"_L1, move.to}, {"aside"_L1, move.aside}});
    }
    return writeDurably(m_note, QJsonDocument(QJsonObject {{"moves"_L1, moves}}).toJson());
}

Status PlacedFiles::carryOut(const Move &move)
{
    if (Status made = makeDurableFolder(QFileInfo(move.to).absolutePath()); !made) {
        return made;
    }
    const bool isAside =
        move.aside.isEmpty() || (move.from.isEmpty() ? renamed(move.to, move.aside) : named(move.to, move.aside));
    if (!isAside) {
        return notWritten(move.aside);
    }
    if (!move.from.isEmpty() && !renamed(move.from, move.to)) {
        return notWritten(move.to);
    }
    return syncFolderOf(move.to);
}

/// Also of moves that were not made, or are undone already.
Status PlacedFiles::undo(const QList<Move> &moves)
{
    for (auto move = moves.rbegin(); move != moves.rend(); ++move) {
        const bool isMade = move->from.isEmpty() || !isThere(move->from);
        if (!move->aside.isEmpty() && isThere(move->aside)) {
            // Two names of one file are left as they are by rename().
            if (!renamed(move->aside, move->to)) {
                return notWritten(move->to);
            }
            QFile::remove(move->aside);
        } else if (move->aside.isEmpty() && isMade && isThere(move->to) && !QFile::remove(move->to)) {
            return notWritten(move->to);
        }
    }
    for (const Move &move : moves) {
        if (QFileInfo(move.to).absoluteDir().exists()) {
            if (Status synced = syncFolderOf(move.to); !synced) {
                return synced;
            }
        }
    }
    return Success();
}

} // namespace lightwell
