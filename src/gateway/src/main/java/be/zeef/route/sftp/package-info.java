/** SFTP for what goes over no route: a few small files that the house itself keeps elsewhere. */
package be.zeef.route.sftp;
