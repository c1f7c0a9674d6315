// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/secrets/keyreasons.h"
#include "core/wording/table.h"

#include <QCoreApplication>

namespace lightwell::wording {

QList<Row> keyRows()
{
    return {
        {reasons::keyMissing, QT_TRANSLATE_NOOP("Secrets", "There is no key for %1 yet. Add one under Keys.")},
        {reasons::keyMissingWithVariable,
         QT_TRANSLATE_NOOP("Secrets", "There is no key for %1 yet. Add one under Keys, or set %2.")},
        {reasons::keysMissing,
         QT_TRANSLATE_NOOP("Secrets",
                           "There is no key yet for any provider of this model (%1). Add one of them under Keys.")},
        {reasons::keysMissingWithVariables,
         QT_TRANSLATE_NOOP("Secrets",
                           "There is no key yet for any provider of this model (%1). Add one of them under Keys, or "
                           "set one of these: %2.")},
        {reasons::namedKeyMissing,
         QT_TRANSLATE_NOOP("Secrets", "The key \"%2\" for %1 is not there any more. Add it again under Keys.")},
        {reasons::keyAsideRefused,
         QT_TRANSLATE_NOOP("Secrets",
                           "%1 refused your key. It is set aside, and your other keys are used. Test it under Keys "
                           "when it should work again.")},
        {reasons::namedKeyAsideRefused,
         QT_TRANSLATE_NOOP("Secrets",
                           "%1 refused your key \"%2\". It is set aside, and your other keys are used. Test it under "
                           "Keys when it should work again.")},
        {reasons::keyAsideWithoutFunds,
         QT_TRANSLATE_NOOP("Secrets",
                           "Your account at %1 is out of funds. Its key is set aside for an hour, and your other keys "
                           "are used.")},
        {reasons::namedKeyAsideWithoutFunds,
         QT_TRANSLATE_NOOP(
             "Secrets",
             "The account of your key \"%2\" at %1 is out of funds. It is set aside for an hour, and your "
             "other keys are used.")},
        {reasons::keyNameUnusable,
         QT_TRANSLATE_NOOP("Secrets",
                           "A key's name has up to 40 letters, digits, dots, dashes and underscores. Choose another.")},
        {reasons::keyEmpty, QT_TRANSLATE_NOOP("Secrets", "The key is empty.")},
        {reasons::addressNotSet,
         QT_TRANSLATE_NOOP("Secrets", "%1 has no address yet. Set it in the settings or in %2.")},
        {reasons::fieldsMissing,
         QT_TRANSLATE_NOOP("Secrets", "%1 needs besides the key: %2. Add it under Keys, or set %3.")},
        {reasons::fieldUnknown, QT_TRANSLATE_NOOP("Secrets", "%1 knows no field \"%2\".")},
        {reasons::fieldMisshapen,
         QT_TRANSLATE_NOOP("Secrets", "%1: what is set as “%2” is none. It looks like this: %3. Correct it.")},
        {reasons::fieldUnsendable,
         QT_TRANSLATE_NOOP("Secrets",
                           "%1: what is set as “%2” has a line break or a character that cannot be sent. Correct it.")},
        {reasons::keyDocumentUnreadable,
         QT_TRANSLATE_NOOP("Secrets", "The key's file %1 could not be read. Give the path of another one.")},
        {reasons::keyDocumentBroken,
         QT_TRANSLATE_NOOP("Secrets", "The key's file is no JSON document. Download it from the provider again.")},
        {reasons::noPlaceReadable, QT_TRANSLATE_NOOP("Secrets", "No place for keys could be read: %1")},
        {reasons::noPlaceReadableLocked,
         QT_TRANSLATE_NOOP("Secrets",
                           "No place for keys could be read: %1 Unlock the keychain or, for the key file, enter its "
                           "passphrase under Keys or set LIGHTWELL_PASSPHRASE.")},
        {reasons::providerUnknown, QT_TRANSLATE_NOOP("Secrets", "There is no provider \"%1\".")},
        {reasons::keychainLocked, QT_TRANSLATE_NOOP("Secrets", "The keychain is locked. Unlock it and try again.")},
        {reasons::keychainRefused,
         QT_TRANSLATE_NOOP("Secrets", "The keychain refused access. Allow Lightwell to use it and try again.")},
        {reasons::keychainAbsent,
         QT_TRANSLATE_NOOP("Secrets",
                           "This computer has no keychain. Use the encrypted key file, an environment variable, or "
                           "a key for this run only.")},
        {reasons::keychainSilent,
         QT_TRANSLATE_NOOP("Secrets",
                           "The keychain does not answer. It may be waiting for you in another window; then try "
                           "again.")},
        {reasons::keychainWithoutKey,
         QT_TRANSLATE_NOOP("Secrets", "The keychain no longer has this key. Enter it again.")},
        {reasons::keychainUnusable, QT_TRANSLATE_NOOP("Secrets", "The keychain could not be used.")},
        {reasons::keyFileLocked,
         QT_TRANSLATE_NOOP("Secrets", "The key file is locked. Enter its passphrase, or set LIGHTWELL_PASSPHRASE.")},
        {reasons::keyFileLockedBecause,
         QT_TRANSLATE_NOOP("Secrets", "%1 Enter the passphrase of the key file, or set LIGHTWELL_PASSPHRASE.")},
        {reasons::keyFileWithoutKey, QT_TRANSLATE_NOOP("Secrets", "The key file has no such key.")},
        {reasons::keyFileUnusable, QT_TRANSLATE_NOOP("Secrets", "The key file could not be used.")},
        {reasons::addressUnusable,
         QT_TRANSLATE_NOOP("Secrets",
                           "The address set for %1 cannot be used. It must look like https://example.com or "
                           "http://127.0.0.1:9000.")},
        {reasons::addressWithQuery,
         QT_TRANSLATE_NOOP("Secrets", "The address set for %1 must not contain \"?\" or \"#\".")},
        {reasons::addressNamesUser,
         QT_TRANSLATE_NOOP("Secrets",
                           "The address set for %1 holds a user name or a password. Leave them out; a key has its own "
                           "place.")},
        {reasons::addressOpenToReaders,
         QT_TRANSLATE_NOOP("Secrets",
                           "The address set for %1 begins with http, so everybody on the way could read the key. Use "
                           "https, or http for a program on this computer or in your own network.")},
        {reasons::keyWouldBeReadable,
         QT_TRANSLATE_NOOP("Secrets",
                           "Nothing was sent to %1: its address begins with http, so everybody in your network could "
                           "read the key. Use https, remove the key, or allow it for this address: plain_key_hosts=%2 "
                           "under [network] in the settings file, or LIGHTWELL_PLAIN_KEY_HOSTS=%2.")},
        {reasons::keyWithControlCharacter,
         QT_TRANSLATE_NOOP("Secrets",
                           "The key has a line break or another control character inside, so it was not copied as it "
                           "is. Copy it again, as one line.")},
        {reasons::keyWithForeignCharacter,
         QT_TRANSLATE_NOOP("Secrets",
                           "The key has a character that cannot be seen or that no key has, so it was not copied as it "
                           "is. Copy it again.")},
        {reasons::keyUnusable, QT_TRANSLATE_NOOP("Secrets", "The key for %1 is not sent. %2")},
        {reasons::keyOfVariableUnusable, QT_TRANSLATE_NOOP("Secrets", "The key for %1, in %2, is not sent. %3")},
        {reasons::keychainUnprepared,
         QT_TRANSLATE_NOOP(
             "Secrets", "The keychain has never been set up. Set it up in your desktop, or keep the key elsewhere.")},
        {reasons::keychainBecause, QT_TRANSLATE_NOOP("Secrets", "%1 (%2)")},
        {reasons::keychainNotRunning, QT_TRANSLATE_NOOP("Secrets", "No keychain service is running or installed.")},
        {reasons::keychainNotSetUp, QT_TRANSLATE_NOOP("Secrets", "The keychain has not been set up yet.")},
        {reasons::keychainIsLocked, QT_TRANSLATE_NOOP("Secrets", "The keychain is locked.")},
        {reasons::keychainDoesNotAnswer, QT_TRANSLATE_NOOP("Secrets", "The keychain does not answer.")},
        {reasons::keyFileDamaged,
         QT_TRANSLATE_NOOP("Secrets",
                           "The key file %1 is damaged. Restore it from a backup, or move it away and enter your keys "
                           "again.")},
        {reasons::encryptionUnusable,
         QT_TRANSLATE_NOOP("Secrets", "The encryption library cannot be used on this computer.")},
        {reasons::passphraseEmpty, QT_TRANSLATE_NOOP("Secrets", "The passphrase is empty.")},
        {reasons::passphraseWrong, QT_TRANSLATE_NOOP("Secrets", "The passphrase is wrong.")},
        {reasons::passphraseNeeded, QT_TRANSLATE_NOOP("Secrets", "The key file needs its passphrase.")},
        {reasons::passphraseNeededFirst, QT_TRANSLATE_NOOP("Secrets", "The key file needs a passphrase first.")},
        {reasons::keyFileNotOpened,
         QT_TRANSLATE_NOOP("Secrets", "The key file cannot be opened: there is not enough memory, or it is damaged.")},
        {reasons::keyFileNotMade,
         QT_TRANSLATE_NOOP("Secrets", "The key file cannot be made: there is not enough memory. It takes %1 MiB.")},
        {reasons::keyFileMadeAnew,
         QT_TRANSLATE_NOOP("Secrets", "The key file was made anew by another program. Enter its passphrase again.")},
        {reasons::keyFileOlder,
         QT_TRANSLATE_NOOP("Secrets",
                           "The key file is older than the one that was written last: somebody put a copy of it back. "
                           "Keys that were removed since are in it again, and newer ones are missing. Look through "
                           "your keys; the next one you set or remove accepts the file as it is.")},
        {reasons::keyFileFull, QT_TRANSLATE_NOOP("Secrets", "The key file is full.")},
        {reasons::keyFileBeingWritten,
         QT_TRANSLATE_NOOP("Secrets", "Another program is writing the key file. Try again.")},
    };
}

} // namespace lightwell::wording
