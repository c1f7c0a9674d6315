// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/compare/modellist.h"

#include "ui/texts.h"
namespace lightwell {

using namespace Qt::StringLiterals;

ModelList::ModelList(QObject *parent)
    : QAbstractListModel(parent)
{
}

void ModelList::setChoices(const QList<ModelChoice> &choices, const QStringList &chosen)
{
    m_choices = choices;
    m_chosen = chosen;
    setFilter(m_filter);
}

void ModelList::setChosen(const QStringList &chosen)
{
    m_chosen = chosen;
    if (rowCount() > 0) {
        Q_EMIT dataChanged(index(0), index(rowCount() - 1));
    }
}

void ModelList::setFilter(const QString &text)
{
    beginResetModel();
    m_filter = text;
    m_shown.clear();
    const QStringList words = text.toLower().split(u' ', Qt::SkipEmptyParts);
    for (int row = 0; row < m_choices.size(); ++row) {
        const QString &searched = m_choices.at(row).searched;
        if (std::all_of(words.cbegin(), words.cend(), [&](const QString &word) { return searched.contains(word); })) {
            m_shown.append(row);
        }
    }
    const QString name = text.trimmed();
    m_own = m_shown.isEmpty() && !name.isEmpty() ? std::optional(ownServerChoice(name)) : std::nullopt;
    endResetModel();
}

int ModelList::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : m_own ? 1 : static_cast<int>(m_shown.size());
}

QVariant ModelList::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || index.row() >= rowCount()) {
        return {};
    }
    const ModelChoice &row = choice(index.row());
    switch (role) {
    case Qt::DisplayRole:
        return row.name;
    case Qt::ToolTipRole:
        return texts::tip(row.note);
    case Qt::AccessibleTextRole: {
        const QString state = isChosen(index.row()) ? tr("chosen") : row.available ? tr("not chosen") : row.reason;
        return tr("%1 by %2, %3, %4, %5").arg(row.name, row.maker, row.providers, row.price, state);
    }
    case ChosenRole:
        return isChosen(index.row());
    default:
        return {};
    }
}

} // namespace lightwell
