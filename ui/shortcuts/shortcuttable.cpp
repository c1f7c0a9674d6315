// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shortcuts/shortcuttable.h"

#include "ui/shortcuts/keycombination.h"
#include "ui/shortcuts/keymap.h"
#include "ui/widgets/tablerow.h"

#include <algorithm>

namespace lightwell {

using namespace Qt::StringLiterals;

ShortcutTable::ShortcutTable(const Keymap &keymap, QObject *parent)
    : QAbstractTableModel(parent)
    , m_keymap(keymap)
{
    fill();
    connect(&keymap, &Keymap::changed, this, [this] {
        if (!m_rows.isEmpty()) {
            Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, Columns - 1));
        }
    });
}

void ShortcutTable::setWords(const QString &words)
{
    m_words = words.split(u' ', Qt::SkipEmptyParts);
    beginResetModel();
    fill();
    endResetModel();
}

void ShortcutTable::fill()
{
    m_rows.clear();
    for (const KeyActionInfo &info : keyactions::all()) {
        if (!fits(info)) {
            continue;
        }
        if (m_rows.isEmpty() || m_rows.constLast().group != info.group) {
            m_rows.append({info.group, std::nullopt});
        }
        m_rows.append({info.group, info.action});
    }
}

bool ShortcutTable::fits(const KeyActionInfo &info) const
{
    const QString all = info.title + u'\n' + keyactions::groupName(info.group) + u'\n' + keysText(info.action);
    return std::all_of(m_words.cbegin(), m_words.cend(),
                       [&all](const QString &word) { return all.contains(word, Qt::CaseInsensitive); });
}

QString ShortcutTable::keysText(KeyAction action) const
{
    QStringList texts;
    const QList<QKeySequence> all = m_keymap.keys(action);
    for (const QKeySequence &keys : all) {
        texts.append(keycombination::text(keys));
    }
    return texts.isEmpty() ? tr("none") : texts.join(u", "_s);
}

std::optional<KeyAction> ShortcutTable::actionAt(int row) const
{
    return row >= 0 && row < m_rows.size() ? m_rows.at(row).action : std::nullopt;
}

int ShortcutTable::rowOf(KeyAction action) const
{
    const auto found =
        std::find_if(m_rows.cbegin(), m_rows.cend(), [action](const Row &row) { return row.action == action; });
    return found == m_rows.cend() ? -1 : static_cast<int>(found - m_rows.cbegin());
}

int ShortcutTable::firstAction() const
{
    return m_rows.isEmpty() ? -1 : 1; // behind its heading
}

int ShortcutTable::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int ShortcutTable::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : Columns;
}

QVariant ShortcutTable::data(const QModelIndex &index, int role) const
{
    using tablerow::Tone;
    if (!index.isValid() || index.row() >= m_rows.size()) {
        return {};
    }
    const Row &row = m_rows.at(index.row());
    const bool isName = index.column() == What;
    if (role == Qt::TextAlignmentRole) {
        return QVariant::fromValue(Qt::Alignment(Qt::AlignLeft | Qt::AlignVCenter));
    }
    if (!row.action) {
        if (role == tablerow::ToneRole) {
            return static_cast<int>(Tone::Strong);
        }
        return role == Qt::DisplayRole && isName ? QVariant(keyactions::groupName(row.group)) : QVariant();
    }
    const bool isOwn = m_keymap.isOwn(*row.action);
    switch (role) {
    case Qt::DisplayRole:
        return isName ? keyactions::of(*row.action).title
            : isOwn   ? tr("%1 (changed)").arg(keysText(*row.action))
                      : keysText(*row.action);
    case tablerow::ToneRole:
        return static_cast<int>(isName || isOwn ? Tone::Plain : Tone::Quiet);
    case tablerow::SignRole:
        return !isName && m_keymap.takerOf(*row.action).has_value();
    default:
        return {};
    }
}

QVariant ShortcutTable::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal) {
        return {};
    }
    if (role == Qt::TextAlignmentRole) {
        return QVariant::fromValue(Qt::Alignment(Qt::AlignLeft | Qt::AlignVCenter));
    }
    return role == Qt::DisplayRole ? QVariant(section == What ? tr("Action") : tr("Keys")) : QVariant();
}

Qt::ItemFlags ShortcutTable::flags(const QModelIndex &index) const
{
    return actionAt(index.row()) ? Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemNeverHasChildren
                                 : Qt::ItemFlags(Qt::ItemNeverHasChildren); // the arrows go past a heading
}

} // namespace lightwell
