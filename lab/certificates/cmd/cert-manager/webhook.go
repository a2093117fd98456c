package main

import (
	"context"
	"crypto/tls"
	"flag"

	"k8s.io/client-go/rest"
	ctrl "sigs.k8s.io/controller-runtime"
	metricsserver "sigs.k8s.io/controller-runtime/pkg/metrics/server"
	ctrlwebhook "sigs.k8s.io/controller-runtime/pkg/webhook"

	"github.com/cert-manager/cert-manager/internal/webhook"
	logf "github.com/cert-manager/cert-manager/pkg/logs"
	"github.com/cert-manager/cert-manager/pkg/webhook/admission"
	"github.com/cert-manager/cert-manager/pkg/webhook/options"
)

func webhookComponent(flags *flag.FlagSet) func(context.Context, string) error {
	port := flags.Int("port", 10250, "on 127.0.0.1")
	return func(ctx context.Context, kubeconfig string) error {
		return runWebhook(ctx, kubeconfig, *port)
	}
}

// runWebhook serves what cert-manager's server would, which has no setting
// for its address and listens on every interface.
func runWebhook(ctx context.Context, kubeconfig string, port int) error {
	config, err := options.NewWebhookConfiguration()
	if err != nil {
		return err
	}
	config.KubeConfig = kubeconfig
	config.TLSConfig.Dynamic.SecretNamespace = "cert-manager"
	config.TLSConfig.Dynamic.SecretName = "cert-manager-webhook-ca"
	config.TLSConfig.Dynamic.DNSNames = []string{"localhost"}
	server, err := webhook.NewCertManagerWebhookServer(logf.Log, *config)
	if err != nil {
		return err
	}
	// the manager itself asks no API server
	manager, err := ctrl.NewManager(&rest.Config{}, ctrl.Options{
		Scheme:  server.ResourceScheme,
		Metrics: metricsserver.Options{BindAddress: "0"},
		WebhookServer: ctrlwebhook.NewServer(ctrlwebhook.Options{
			Host:    "127.0.0.1",
			Port:    port,
			TLSOpts: []func(*tls.Config){func(c *tls.Config) { c.GetCertificate = server.CertificateSource.GetCertificate }},
		}),
	})
	if err != nil {
		return err
	}
	if err := manager.Add(server.CertificateSource); err != nil {
		return err
	}
	routes := manager.GetWebhookServer()
	routes.Register("/mutate", admission.NewCustomMutationWebhook(server.MutationWebhook))
	routes.Register("/validate", admission.NewCustomValidationWebhook(manager.GetScheme(), server.ValidationWebhook))
	return manager.Start(ctx)
}
