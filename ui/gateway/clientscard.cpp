// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/gateway/clientscard.h"

#include "core/wording/wording.h"
#include "ui/gateway/clientdialog.h"
#include "ui/gateway/newkeydialog.h"
#include "ui/gateway/revokedialog.h"
#include "ui/widgets/button.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/hairline.h"
#include "ui/widgets/names.h"
#include "ui/widgets/rowtable.h"
#include "ui/widgets/textlabel.h"

#include <QItemSelectionModel>
#include <QPointer>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace lightwell {

using namespace Qt::StringLiterals;

namespace {

enum Body { Rows, None, Problem };

constexpr int roomForModels = 560; ///< px; in a narrower table it goes
constexpr int roomForRate = 700;
constexpr int roomForAnswers = 840;
constexpr int roomForKey = 430;

} // namespace

ClientsCard::ClientsCard(ClientBook &book, QWidget *parent)
    : Card(Ground::Surface, parent)
    , m_book(book)
    , m_body(new QStackedWidget)
    , m_problem(new TextLabel(TextLabel::Voice::Bad))
    , m_change(named(new Button(Button::Kind::Normal, tr("Change &limits…")), u"clientChange"_s,
                     tr("Change the limits of the chosen client")))
    , m_revoke(named(new Button(Button::Kind::Normal, tr("&Revoke…")), u"clientRevoke"_s,
                     tr("Revoke the key of the chosen client")))
{
    setObjectName(u"clientsCard"_s);
    m_table = new RowTable(m_rows,
                           {{ClientTable::Name, {}, 4},
                            {ClientTable::Key, u"lw-…mmmm"_s, 1, roomForKey},
                            {ClientTable::Month, u"$100.00"_s},
                            {ClientTable::Limit, u"$10.00, past 75 %"_s},
                            {ClientTable::Models, {}, 3, roomForModels},
                            {ClientTable::Rate, u"10,000"_s, 1, roomForRate},
                            {ClientTable::Answers, u"replay-or-record"_s, 1, roomForAnswers},
                            {ClientTable::LastUsed, tr("59 min ago")}},
                           u"clientsTable"_s, tr("Clients"));
    m_problem->setObjectName(u"clientsProblem"_s);
    m_problem->setWordWrap(true);
    m_problem->setContentsMargins(16, 12, 16, 12);
    m_problem->setAlignment(Qt::AlignTop | Qt::AlignLeading);
    m_body->addWidget(m_table);
    m_body->addWidget(new EmptyState(Icon::Keys, tr("No program has a key of its own"),
                                     tr("Add one for each program: what it may spend, and on which models, is up to "
                                        "you, and its key can be revoked alone.")));
    m_body->addWidget(m_problem);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(1, 1, 1, 1);
    layout->setSpacing(0);
    layout->addWidget(buildHead());
    layout->addWidget(new Hairline(Qt::Horizontal));
    layout->addWidget(m_body, 1);
    layout->addSpacing(8); // the corners stay round
    connect(&book, &ClientBook::changed, this, &ClientsCard::showRows);
    connect(&book, &ClientBook::failed, this, [this](const QString &why) {
        m_problem->setText(tr("The clients cannot be read. %1").arg(why));
        m_body->setCurrentIndex(Problem);
        showChoice();
    });
    connect(m_table->selectionModel(), &QItemSelectionModel::selectionChanged, this, &ClientsCard::showChoice);
    connect(&m_rows, &QAbstractItemModel::modelReset, this, &ClientsCard::showChoice);
    connect(m_table, &QAbstractItemView::activated, this, &ClientsCard::change);
    showRows();
}

QWidget *ClientsCard::buildHead()
{
    auto *add = named(new Button(Button::Kind::Normal, tr("Add &client…")), u"clientAdd"_s, tr("Add a client"));
    auto *head = new QWidget;
    auto *row = new QHBoxLayout(head);
    row->setContentsMargins(16, 6, 8, 6);
    row->setSpacing(8);
    row->addWidget(new TextLabel(TextLabel::Voice::Strong, tr("Clients")), 1);
    row->addWidget(m_change);
    row->addWidget(m_revoke);
    row->addWidget(add);
    connect(add, &QAbstractButton::clicked, this, &ClientsCard::add);
    connect(m_change, &QAbstractButton::clicked, this, &ClientsCard::change);
    connect(m_revoke, &QAbstractButton::clicked, this, &ClientsCard::revoke);
    return head;
}

/// Whoever was chosen stays it, also where others came or went.
void ClientsCard::showRows()
{
    const ClientRow *before = chosen();
    const QString id = before ? before->client.id : QString();
    m_rows.setRows(m_book.rows());
    if (const int row = m_rows.find(id); row >= 0) {
        m_table->selectRow(row);
    }
    m_body->setCurrentIndex(m_rows.rowCount() > 0 ? Rows : None);
    showChoice();
}

void ClientsCard::showChoice()
{
    const bool isChosen = chosen() != nullptr && m_body->currentIndex() == Rows;
    m_change->setEnabled(isChosen);
    m_revoke->setEnabled(isChosen);
}

const ClientRow *ClientsCard::chosen() const
{
    const QModelIndexList rows = m_table->selectionModel()->selectedRows();
    return rows.isEmpty() ? nullptr : m_rows.at(rows.first().row());
}

void ClientsCard::add()
{
    auto *dialog = new ClientDialog(ClientDialog::For::New, {}, window());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &ClientDialog::wanted, this, [this, dialog = QPointer(dialog)](const ClientWish &wish) {
        m_book.add(wish, this, [this, dialog](const Result<NewClient> &added) {
            if (!added) {
                const QString why = wording::sentence(added.error());
                if (dialog) {
                    dialog->setProblem(why);
                } else {
                    Q_EMIT say(Meaning::Bad, why);
                }
                return;
            }
            if (dialog) {
                dialog->accept();
            }
            showKey(*added); // also where the dialog was closed meanwhile: there is no second time
        });
    });
    dialog->open();
}

void ClientsCard::showKey(const NewClient &added)
{
    auto *dialog = new NewKeyDialog(added, window());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &NewKeyDialog::copied, this, [this] { Q_EMIT say(Meaning::Ok, tr("Key copied")); });
    connect(dialog, &NewKeyDialog::connectWanted, this, &ClientsCard::connectWanted);
    dialog->open();
}

void ClientsCard::change()
{
    const ClientRow *row = chosen();
    if (!row) {
        return;
    }
    const BudgetState *own = row->ownLimit();
    auto *dialog = new ClientDialog(ClientDialog::For::Standing,
                                    fieldsOf(row->client, own ? std::optional(own->budget) : std::nullopt), window());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &ClientDialog::wanted, this, [this, row = *row, dialog = QPointer(dialog)](const ClientWish &wish) {
        m_book.change(row, wish, this, [this, row, dialog](const Status &changed) {
            if (!changed && dialog) {
                dialog->setProblem(wording::sentence(changed.error()));
                return;
            }
            if (dialog) {
                dialog->accept();
            }
            Q_EMIT say(changed ? Meaning::Ok : Meaning::Bad,
                       changed ? tr("Limits of %1 changed").arg(row.client.name) : wording::sentence(changed.error()));
        });
    });
    dialog->open();
}

void ClientsCard::revoke()
{
    const ClientRow *row = chosen();
    if (!row) {
        return;
    }
    auto *dialog = new RevokeDialog(*row, window());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, this, [this, client = row->client] {
        m_book.revoke(client.id, this, [this, client](const Status &revoked) {
            Q_EMIT say(revoked ? Meaning::Ok : Meaning::Bad,
                       revoked ? tr("The key of %1 no longer works").arg(client.name)
                               : wording::sentence(revoked.error()));
        });
    });
    dialog->open();
}

} // namespace lightwell
