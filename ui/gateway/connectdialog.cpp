// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/gateway/connectdialog.h"

#include "core/wording/wording.h"
#include "ui/gateway/clientkey.h"
#include "ui/gateway/secretcopy.h"
#include "ui/widgets/button.h"
#include "ui/widgets/choicebox.h"
#include "ui/widgets/codebox.h"
#include "ui/widgets/fonts.h"
#include "ui/widgets/hairline.h"
#include "ui/widgets/names.h"
#include "ui/widgets/textlabel.h"

#include <QHostAddress>
#include <QListWidget>
#include <QScrollArea>
#include <QVBoxLayout>

#include <algorithm>

namespace lightwell {

using namespace Qt::StringLiterals;
using connectprograms::Kind;
using connectprograms::Program;

namespace {

constexpr QSize usualSize(820, 560);
constexpr int listWidth = 220;
constexpr int programRole = Qt::UserRole; ///< the program's place in the table

} // namespace

ConnectDialog::ConnectDialog(const QList<QUrl> &urls, ClientKey &key, QWidget *parent)
    : QDialog(parent)
    , m_urls(urls)
    , m_commandLine(connectprograms::commandLine())
    , m_programs(connectprograms::all())
    , m_key(key)
    , m_list(named(new QListWidget, u"connectList"_s, tr("Programs")))
    , m_name(new TextLabel(TextLabel::Voice::Heading))
    , m_place(new TextLabel(TextLabel::Voice::Muted))
    , m_address(named(new ChoiceBox, u"connectAddress"_s, tr("Address of the gateway")))
    , m_addressRow(new QWidget)
    , m_code(new CodeBox(u"connectCode"_s, tr("What the program needs")))
    , m_hints(new QWidget)
    , m_hint(new TextLabel(TextLabel::Voice::Warning))
{
    named(static_cast<QWidget *>(this), u"connectDialog"_s, tr("Connect a program"));
    setWindowTitle(accessibleName());
    resize(usualSize);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(buildList());
    layout->addWidget(new Hairline(Qt::Vertical));
    layout->addWidget(buildText(), 1);
    connect(m_list, &QListWidget::currentItemChanged, this, [this](const QListWidgetItem *item) {
        if (item) {
            showProgram(item->data(programRole).toInt());
        }
    });
    connect(m_address, &QComboBox::currentIndexChanged, this, [this] {
        if (const QListWidgetItem *item = m_list->currentItem()) {
            showProgram(item->data(programRole).toInt());
        }
    });
    connect(m_code, &CodeBox::copied, this, [this] { Q_EMIT say(Meaning::Ok, tr("Copied")); });
    setHints({});
    m_list->setCurrentRow(1); // the first below its heading
    m_list->setFocus(Qt::OtherFocusReason);
}

QWidget *ConnectDialog::buildList()
{
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setFixedWidth(listWidth);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    const QHash<Kind, QString> headings {
        {Kind::Code, tr("Code")}, {Kind::Program, tr("Programs")}, {Kind::Assistant, tr("Assistants (MCP)")}};
    std::optional<Kind> last;
    for (int row = 0; row < m_programs.size(); ++row) {
        const Program &program = m_programs.at(row);
        if (last != program.kind) {
            last = program.kind;
            auto *heading = new QListWidgetItem(headings.value(program.kind), m_list);
            heading->setFlags(Qt::NoItemFlags);
            heading->setFont(strongFont(font()));
        }
        auto *item = new QListWidgetItem(program.name, m_list);
        item->setData(programRole, row);
    }
    return m_list;
}

QWidget *ConnectDialog::buildText()
{
    m_name->setObjectName(u"connectName"_s);
    m_place->setObjectName(u"connectPlace"_s);
    m_place->setWordWrap(true);
    m_hint->setObjectName(u"connectHint"_s);
    m_hint->setWordWrap(true);
    auto *hints = new QHBoxLayout(m_hints);
    hints->setContentsMargins(0, 0, 0, 0);
    hints->setSpacing(8);
    hints->addWidget(new Sign(Meaning::Warning), 0, Qt::AlignTop);
    hints->addWidget(m_hint, 1);
    auto *keyNote =
        new TextLabel(TextLabel::Voice::Small,
                      tr("The key is that of this computer, or better one of the program’s own, with limits: "
                         "add a client for it."));
    keyNote->setWordWrap(true);
    auto *content = new QWidget;
    auto *column = new QVBoxLayout(content);
    column->setContentsMargins(24, 20, 24, 12);
    column->setSpacing(10);
    column->addWidget(m_name);
    column->addWidget(m_place);
    column->addWidget(m_hints);
    column->addWidget(buildAddress());
    column->addWidget(m_code);
    column->addWidget(keyNote);
    column->addStretch();
    auto *scroll = named(new QScrollArea, u"connectScroll"_s, tr("What the program needs"));
    scroll->setWidget(content);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setFocusPolicy(Qt::NoFocus);
    auto *copyKey = named(new Button(Button::Kind::Normal, tr("Copy the &key of this computer")), u"connectCopyKey"_s,
                          tr("Copy the key of this computer"));
    auto *close = named(new Button(Button::Kind::Normal, tr("C&lose")), u"connectClose"_s, tr("Close"));
    auto *buttons = new QHBoxLayout;
    buttons->setContentsMargins(24, 0, 24, 20);
    buttons->addWidget(copyKey);
    buttons->addStretch();
    buttons->addWidget(close);
    auto *box = new QWidget;
    auto *layout = new QVBoxLayout(box);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(8);
    layout->addWidget(scroll, 1);
    layout->addLayout(buttons);
    connect(copyKey, &QAbstractButton::clicked, this, &ConnectDialog::copyKey);
    connect(close, &QAbstractButton::clicked, this, &QDialog::reject);
    return box;
}

/// Where other computers reach the gateway, the program may stand on one of them.
QWidget *ConnectDialog::buildAddress()
{
    for (const QUrl &url : m_urls) {
        const bool isHere = QHostAddress(url.host()).isLoopback();
        m_address->addItem((isHere ? tr("%1 · for this computer") : tr("%1 · for other computers too"))
                               .arg(url.toString(QUrl::RemovePath)));
    }
    auto *title = new TextLabel(TextLabel::Voice::Body, tr("&Address"));
    title->setBuddy(m_address);
    auto *row = new QHBoxLayout(m_addressRow);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(8);
    row->addWidget(title);
    row->addWidget(m_address, 1);
    return m_addressRow;
}

connectprograms::Access ConnectDialog::access() const
{
    return {m_urls.at(std::max(0, m_address->currentIndex())), m_commandLine};
}

void ConnectDialog::setHints(const QStringList &hints)
{
    m_hints->setVisible(!hints.isEmpty());
    m_hint->setText(hints.join(u'\n'));
}

void ConnectDialog::showProgram(int row)
{
    const Program &program = m_programs.at(row);
    m_name->setText(program.name);
    m_place->setText(program.place);
    const connectprograms::Access chosen = access();
    const QString text = connectprograms::settings(program, chosen);
    m_code->setCode(text);
    // What is started by its program, and speaks over a pipe, needs no address.
    m_addressRow->setVisible(m_urls.size() > 1 && text.contains(chosen.url.authority()));
}

void ConnectDialog::copyKey()
{
    m_key.fetch(this, [this](const Result<QByteArray> &key) {
        if (key) {
            copySecret(QString::fromLatin1(*key));
        }
        Q_EMIT say(key ? Meaning::Ok : Meaning::Bad, key ? tr("Key copied") : wording::sentence(key.error()));
    });
}

} // namespace lightwell
